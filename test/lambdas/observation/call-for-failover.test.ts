import { callForFailover, type Led } from '../../../lambdas/observation/call-for-failover';
import type { Vote } from '../../../lambdas/observation/vote';
import { EAST, machineArn, OHIO, openStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 6, 9, 3, seconds)).toISOString();
/** A vote of now that us-east-1 has been down for so many seconds. */
const vote = (downSeconds: number, observer = WEST, lost = EAST): Vote => ({
  observer,
  generation: 1,
  at: at(27),
  opinions: [{ region: lost, says: 'down', since: at(27 - downSeconds), because: 'silent', failing: ['home'] }],
  lags: [],
});
const ACTIVE: Led = { active: EAST, isAsked: false };
const ledFrom = (region: string, isAbandoned: (isRegionLost: boolean) => boolean): Led => ({
  ...ACTIVE,
  leader: { region, isAbandoned },
});
/** An observer in a Region that does not run the workload. */
const OUTSIDE = 'us-west-1';
/** As `abandonedFor` judges a run that was silent for two minutes. */
const silentForTwoMinutes = (isRegionLost: boolean) => isRegionLost;
const MACHINES = { [EAST]: machineArn(EAST), [WEST]: machineArn(WEST) };
const call = (one: Vote, authority: Led | undefined = ACTIVE, plan = stage.plan) =>
  stage.run(callForFailover(stage.outside(one.observer), plan, MACHINES, one, authority));
const runs = () => stage.cloud.states.executions.map(({ region, name, input }) => ({ region, name, input }));

it('waits longer than the loss must last, so that an alarm’s event comes first', async () => {
  await call(vote(109));
  expect(runs()).toEqual([]);
  await call(vote(110));
  expect(runs()).toEqual([
    {
      region: WEST,
      name: 'us-east-1-to-us-west-2-2026-01-06T0903',
      input: { observer: WEST, lost: EAST, since: at(27 - 110) },
    },
  ]);
});

it('is made once a minute, whoever calls', async () => {
  await call(vote(200));
  await call(vote(200, OHIO));
  expect(runs()).toHaveLength(1);
});

it('S12 gives the runs of two targets two names, because ledgers and evidence are kept by name', async () => {
  const plan = { ...stage.plan, regions: [...stage.plan.regions, { name: OHIO, share: 0 }] };
  const machines = { ...MACHINES, [OHIO]: machineArn(WEST) };
  for (const observer of [OHIO, WEST]) {
    await stage.run(callForFailover(stage.outside(observer), plan, machines, vote(200, observer), ACTIVE));
  }
  expect(runs().map(({ name }) => name)).toEqual([
    'us-east-1-to-us-east-2-2026-01-06T0903',
    'us-east-1-to-us-west-2-2026-01-06T0903',
  ]);
});

it.each<[string, Vote, Led | undefined]>([
  ['while a run leads', vote(200), ledFrom(WEST, () => false)],
  ['while a run is silent whose Region is not down', vote(200), ledFrom(WEST, silentForTwoMinutes)],
  ['while people are asked', vote(200), { ...ACTIVE, isAsked: true }],
  ['for a standby', vote(200), { ...ACTIVE, active: WEST }],
  ['S13 while nobody knows who is active', vote(200), undefined],
])('is not made %s', async (_, one, authority) => {
  await stage.run(callForFailover(stage.outside(WEST), stage.plan, MACHINES, one, authority));
  expect(runs()).toEqual([]);
});

it('S26 calls the next Region of the plan when the leader fell silent and its Region is down as well', async () => {
  const both = vote(200, OUTSIDE);
  const opinions = [...both.opinions, ...vote(120, OUTSIDE, WEST).opinions];
  const regions = [...stage.plan.regions, { name: OHIO, share: 0 }];
  const machines = { ...MACHINES, [OHIO]: machineArn(WEST) };
  const authority = ledFrom(WEST, silentForTwoMinutes);
  await stage.run(
    callForFailover(stage.outside(OUTSIDE), { ...stage.plan, regions }, machines, { ...both, opinions }, authority),
  );
  expect(runs().map(({ name }) => name)).toEqual(['us-east-1-to-us-east-2-2026-01-06T0903']);
});

it('is not made for a target that was seen down just now, or has no journey', async () => {
  const both = vote(200, OUTSIDE);
  const opinions = [...both.opinions, ...vote(0, OUTSIDE, WEST).opinions];
  await call({ ...both, opinions });
  await stage.run(callForFailover(stage.outside(OUTSIDE), stage.plan, { [EAST]: machineArn(EAST) }, both, ACTIVE));
  expect(runs()).toEqual([]);
  await call(both);
  expect(runs()).toHaveLength(1);
});

it('is made by the lost Region’s own observer for another Region, never for its own', async () => {
  await call(vote(200, EAST));
  expect(runs()).toMatchObject([{ region: WEST, name: 'us-east-1-to-us-west-2-2026-01-06T0903' }]);
});

it('tells since when the lost Region is down, whichever Region comes first in the vote', async () => {
  const lost = vote(200);
  const healthy = { region: WEST, says: 'healthy', since: at(0), because: 'it answers', failing: [] } as const;
  await call({ ...lost, opinions: [healthy, ...lost.opinions] });
  expect(runs()).toMatchObject([{ input: { lost: EAST, since: at(27 - 200) } }]);
});

it('S3 is not made for a Region of which nothing is known', async () => {
  const unknown = vote(200);
  await call({ ...unknown, opinions: unknown.opinions.map((one) => ({ ...one, says: 'unknown' })) });
  expect(runs()).toEqual([]);
});

it('fails when the target’s journey cannot be started, so that it is logged and tried again', async () => {
  stage.world.network.kill(WEST);
  await expect(call(vote(200, OHIO))).rejects.toMatchObject({ name: 'TimeoutError' });
});
