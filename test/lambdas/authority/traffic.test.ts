import { publishEverywhere, publishTraffic, setTraffic } from '../../../lambdas/authority/traffic';
import { giveBack } from '../../../lambdas/authority/leading';
import { aMove, lead } from '../a-move';
import { EAST, OHIO, startStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
  await stage.run(lead(stage));
});
afterEach(() => stage.close());

const regions = () => stage.plan.regions.map(({ name }) => name);
const set = (move = aMove()) => stage.run(setTraffic(stage.replicas(move.to), move, regions()));
/** What a switch Region's CloudWatch was told: `Region=value`. */
const heardIn = (region: string) =>
  stage.world.trace.entries
    .filter((entry) => entry.type === 'metric' && entry.region === region && entry.what.includes('TrafficOn'))
    .map(({ what, dimensions }) => `${(dimensions as { Region: string }).Region} ${what.split(' = ')[1]}`);

describe('setTraffic', () => {
  it('S24 turns traffic on in the target, and off everywhere else: one is always on', async () => {
    expect(await set()).toBe(true);
    expect(stage.authority()?.traffic).toEqual({ [EAST]: false, [WEST]: true });
  });

  it('can be asked again', async () => {
    await set();
    expect(await set()).toBe(true);
  });

  it.each([
    ['another run', { run: 'another' }],
    ['a run of the same name in another Region', { to: OHIO }],
    ['an earlier epoch', { epoch: 1 }],
  ])('S10 changes nothing for %s', async (_, other) => {
    expect(await set(aMove(other))).toBe(false);
    expect(stage.authority()?.traffic).toEqual({ [EAST]: true, [WEST]: false });
  });

  it('S10 changes nothing for a run that gave the lead back', async () => {
    await stage.run(giveBack(stage.replicas(WEST), aMove()));
    expect(await set()).toBe(false);
    expect(stage.authority()?.traffic).toEqual({ [EAST]: true, [WEST]: false });
  });
});

describe('publishTraffic', () => {
  it('tells a switch Region of every Region whether it gets users', async () => {
    const publish = publishTraffic(
      stage.outside(OHIO),
      'webshop',
      { traffic: { [EAST]: true, [WEST]: false } },
      OHIO,
      'critical',
    );
    await stage.run(publish);
    expect(heardIn(OHIO)).toEqual(['us-east-1 1', 'us-west-2 0']);
    const told = stage.world.trace.entries.filter(({ type, what }) => type === 'metric' && what.includes('TrafficOn'));
    expect(told.map(({ what, dimensions }) => [what, dimensions])).toEqual([
      ['Understudy TrafficOn = 1', { Application: 'webshop', Region: EAST }],
      ['Understudy TrafficOn = 0', { Application: 'webshop', Region: WEST }],
    ]);
  });

  it.each(['critical', 'best-effort'] as const)('S20 S22 takes the %s path where it is told to', async (path) => {
    await stage.run(publishTraffic(stage.outside(WEST), 'webshop', { traffic: { [EAST]: false } }, OHIO, path));
    expect(stage.cloud.endpoint.calls.at(-1)).toMatchObject({ operation: 'PutMetricData', region: OHIO, path });
  });
});

describe('publishEverywhere', () => {
  const publish = () =>
    publishEverywhere(stage.outside(WEST), 'webshop', { traffic: { [EAST]: false, [WEST]: true } }, [EAST, OHIO, WEST]);

  it('tells every switch Region and says that all heard it', async () => {
    expect(await stage.run(publish())).toEqual([EAST, OHIO, WEST]);
    expect([EAST, OHIO, WEST].map(heardIn)).toEqual(Array(3).fill(['us-east-1 0', 'us-west-2 1']));
  });

  it('S22 leaves out a Region that does not answer, and waits for it at most 3 s', async () => {
    stage.world.network.kill(EAST);
    let heard: string[] = [];
    const seconds = await stage.secondsOf(publish().then((regions) => (heard = regions)));
    expect(heard).toEqual([OHIO, WEST]);
    expect(seconds).toBeLessThanOrEqual(3);
  });

  it('S22 waits as little for a Region whose answers are lost', async () => {
    stage.world.network.cut(EAST, WEST);
    expect(await stage.secondsOf(publish())).toBeLessThanOrEqual(3);
  });
});
