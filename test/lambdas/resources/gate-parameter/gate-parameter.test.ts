import { gateParameterKind } from '../../../../lambdas/resources/gate-parameter/gate-parameter';
import { giveBack } from '../../../../lambdas/authority/leading';
import type { Progress } from '../../../../lambdas/resources/kind';
import { aMove, asInitialised, lead } from '../../a-move';
import { EAST, startStage, WEST, type Stage } from '../../stage';
import { resourceOf, untilDone, waysOf } from '../resource-of';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const fence = gateParameterKind.fence!;
const openGate = gateParameterKind.openGate!;
const gate = () => resourceOf(stage, 'gate-parameter');
const ways = () => waysOf(stage, aMove());
const valueIn = (region: string) =>
  JSON.parse(stage.cloud.ssm.value(region, gate().parameter)!) as { until: string; epoch: number };
const open = (region: string, untilMs: number) =>
  stage.run(gateParameterKind.holdGate!(gate(), { untilMs, epoch: 1 }, region, stage.outside(region)));
const inSeconds = (seconds: number) => stage.world.clock.now() + seconds * 1000;

describe('holdGate', () => {
  it('writes until when writes are allowed, and under which epoch', async () => {
    const untilMs = inSeconds(80);
    await open(EAST, untilMs);
    expect(valueIn(EAST)).toEqual({ until: new Date(untilMs).toISOString(), epoch: 1 });
    expect(valueIn(WEST).epoch).toBe(0);
  });
});

describe('fence', () => {
  it('S14 is done when the old gate has closed by itself, and not a moment before', async () => {
    await stage.run(lead(stage));
    const closedAtMs = Date.parse(stage.authority()!.run!.oldGateClosedAt);
    let doneMs: number | undefined;
    const fenced = untilDone(stage, fence, gate(), aMove(), ways()).then((progress) => {
      doneMs = stage.world.clock.now();
      return progress;
    });
    expect(await stage.run(fenced)).toEqual({
      says: 'done',
      because: `gate in us-east-1 expired at ${new Date(closedAtMs).toISOString()}`,
    });
    expect(doneMs).toBeGreaterThanOrEqual(closedAtMs);
    expect(doneMs).toBeLessThan(closedAtMs + 3_000);
  });

  it('S14 is pending to the last moment', async () => {
    await stage.run(lead(stage));
    const closedAtMs = Date.parse(stage.authority()!.run!.oldGateClosedAt);
    await stage.run(stage.world.clock.sleep(closedAtMs - 200 - stage.world.clock.now()));
    expect(await stage.run(fence.poll(gate(), aMove(), ways()))).toMatchObject({ says: 'pending', againInSeconds: 1 });
  });

  it('S14 never believes that the old gate closed early, even when it could close it itself', async () => {
    await open(EAST, inSeconds(80));
    await stage.run(lead(stage));
    expect(await stage.run(fence.start(gate(), aMove(), ways()))).toMatchObject({
      says: 'pending',
      because: expect.stringMatching(/^gate in us-east-1 closes by itself in \d+ s$/),
      againInSeconds: 30,
    });
    await stage.run(stage.world.clock.sleep(1_000));
    expect(valueIn(EAST)).toEqual({ until: new Date(0).toISOString(), epoch: 2 });
  });

  it('S14 waits for ever for a gate that this run cannot date', async () => {
    expect(await stage.run(fence.poll(gate(), aMove(), ways()))).toMatchObject({ says: 'pending', againInSeconds: 30 });
    await stage.run(stage.world.clock.sleep(600_000));
    expect(await stage.run(fence.poll(gate(), aMove(), ways()))).toMatchObject({ says: 'pending' });
  });

  it.each<[string, () => void]>([
    ['is dead', () => stage.world.network.kill(EAST)],
    ['hears but is not heard', () => stage.world.network.cut(EAST, WEST)],
    ['is not heard of', () => stage.world.network.cut(WEST, EAST)],
  ])('S22 spends at most 3 s on closing the gate of a Region that %s', async (_, strike) => {
    await stage.run(lead(stage));
    strike();
    let progress: Progress | undefined;
    const started = fence.start(gate(), aMove(), ways()).then((answer) => (progress = answer));
    expect(await stage.secondsOf(started)).toBeLessThanOrEqual(3);
    expect(progress).toMatchObject({ says: 'pending' });
    const calls = stage.cloud.endpoint.calls.filter(({ region }) => region === EAST);
    expect(new Set(calls.filter(({ service }) => service === 'ssm').map(({ path }) => path))).toEqual(
      new Set(['best-effort']),
    );
  });

  it('S22 is not delayed by a dead Region once its gate has expired', async () => {
    const longAgo = new Date(inSeconds(-200)).toISOString();
    await stage.run(lead(stage, aMove(), asInitialised({ renewalSeenAt: longAgo })));
    stage.world.network.kill(EAST);
    expect(await stage.run(fence.poll(gate(), aMove(), ways()))).toMatchObject({ says: 'done' });
  });
});

describe('fence of a gate with a break-glass that the authority has not heard of', () => {
  const breakGlass = () => ({
    from: new Date(inSeconds(0)).toISOString(),
    until: new Date(inSeconds(600)).toISOString(),
    by: 'an operator',
    reason: 'the table is down',
  });
  const broken = async (move = aMove()) => {
    const glass = breakGlass();
    const value = { untilMs: inSeconds(80), epoch: 1, breakGlass: glass };
    await stage.run(gateParameterKind.holdGate!(gate(), value, EAST, stage.outside(EAST)));
    await stage.run(lead(stage));
    await stage.run(fence.start(gate(), move, waysOf(stage, move)));
    await stage.run(stage.world.clock.sleep(1_000));
    return glass;
  };

  it('S14 waits for its end and a margin, and says so to every later step', async () => {
    const { until } = await broken();
    expect(Date.parse(stage.authority()!.run!.oldGateClosedAt)).toBe(Date.parse(until) + 40_000);
    expect(await stage.run(fence.poll(gate(), aMove(), ways()))).toMatchObject({ says: 'pending' });
  });

  it('closes the gate early and leaves what the person wrote', async () => {
    const glass = await broken();
    expect(valueIn(EAST)).toEqual({ until: new Date(0).toISOString(), epoch: 2, breakGlass: glass });
  });

  it('S14 does not wait where a person attests that nothing writes there', async () => {
    const { until } = await broken(aMove({ fenceAttested: 'the hosts are switched off' }));
    expect(Date.parse(stage.authority()!.run!.oldGateClosedAt)).toBeLessThan(Date.parse(until));
  });
});

describe('openGate', () => {
  it('takes the lease, opens the target’s gate under the new epoch and reads it back', async () => {
    await stage.run(lead(stage));
    const askedMs = stage.world.clock.now();
    expect(await stage.run(openGate.start(gate(), aMove(), ways()))).toEqual({
      says: 'done',
      because: `gate in us-west-2 is open until ${new Date(askedMs + 80_000).toISOString()} under epoch 2`,
    });
    expect(valueIn(WEST)).toEqual({ until: new Date(askedMs + 80_000).toISOString(), epoch: 2 });
    expect(stage.authority()).toMatchObject({ active: WEST, lease: { region: WEST } });
  });

  it('S10 leaves the gate closed when this run no longer leads', async () => {
    await stage.run(lead(stage));
    await stage.run(giveBack(stage.replicas(WEST), aMove()));
    expect(await stage.run(openGate.start(gate(), aMove(), ways()))).toEqual({
      says: 'refused',
      because: 'this run no longer leads, so gate stays closed',
    });
    expect(valueIn(WEST).epoch).toBe(0);
    expect(stage.authority()?.active).toBe(EAST);
  });

  it('is pending while the gate is closed, or open under another epoch', async () => {
    expect(await stage.run(openGate.poll(gate(), aMove(), ways()))).toMatchObject({ says: 'pending' });
    await open(WEST, inSeconds(80));
    expect(await stage.run(openGate.poll(gate(), aMove(), ways()))).toMatchObject({
      says: 'pending',
      because: expect.stringContaining('says epoch 1 until'),
    });
  });

  it('is not open any more when its time has passed', async () => {
    await stage.run(lead(stage));
    await stage.run(openGate.start(gate(), aMove(), ways()));
    await stage.run(stage.world.clock.sleep(80_000));
    expect(await stage.run(openGate.poll(gate(), aMove(), ways()))).toMatchObject({ says: 'pending' });
  });
});

describe('readiness', () => {
  it('is ready where the parameter can be read, and says what it holds', async () => {
    expect(await stage.run(gateParameterKind.readiness!(gate(), WEST, stage.outside(WEST)))).toEqual({
      resource: 'gate',
      region: WEST,
      says: 'ready',
      because: 'gate in us-west-2 says epoch 0 until 1970-01-01T00:00:00.000Z',
    });
  });

  it('fails where the parameter is missing: whoever asks takes that for unknown', async () => {
    const gone = { ...gate(), parameter: '/gone' };
    await expect(stage.run(gateParameterKind.readiness!(gone, WEST, stage.outside(WEST)))).rejects.toMatchObject({
      name: 'ParameterNotFound',
    });
  });
});
