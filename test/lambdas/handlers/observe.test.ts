import { castVote } from '../../../lambdas/authority/votes';
import * as observe from '../../../lambdas/handlers/observe';
import type { Vote } from '../../../lambdas/observation/vote';
import { names } from '../../../lambdas/plan/names';
import { gateParameterKind } from '../../../lambdas/resources/gate-parameter/gate-parameter';
import { resourceOf } from '../resources/resource-of';
import { EAST, OHIO, openStage, startStage, WEST, type Stage } from '../stage';
import { call } from './room';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
  await stage.run(openGate());
});
afterEach(() => stage.close());

/** The active Region writes for an hour, and its application has seen that it may. */
const openGate = async () => {
  const gate = { untilMs: stage.world.clock.now() + 3_600_000, epoch: 1 };
  await gateParameterKind.holdGate!(resourceOf(stage, 'gate-parameter'), gate, EAST, stage.outside(EAST));
  await stage.world.clock.sleep(10_000);
};
const start = (region = WEST) => call(stage, observe, region, {});
const sleep = (seconds: number) => stage.run(stage.world.clock.sleep(seconds * 1000));
/** Starts a loop and lets it go on for a while; the stage's end ends it. */
const startFor = (seconds: number, region = WEST) => {
  void start(region);
  return sleep(seconds);
};
const voteOf = (region: string) =>
  stage.cloud.dynamodb.item(names(stage.plan).table, { pk: 'vote', sk: region }) as unknown as Vote | undefined;
const says = (observer: string, region: string) => voteOf(observer)?.opinions.find((one) => one.region === region);
const metrics = (name: string) =>
  stage.world.trace.entries.filter(({ type, what }) => type === 'metric' && what.includes(`${name} =`));
const runs = () => stage.cloud.states.executions;

it('votes on every workload Region, and publishes what it found every 10 s', async () => {
  expect(await stage.run(start())).toEqual({ beats: 24, ended: 'in time' });
  expect([says(WEST, EAST)?.says, says(WEST, WEST)?.says]).toEqual(['healthy', 'healthy']);
  expect(metrics('RegionDown')).toHaveLength(2 * 24);
  expect(new Set(metrics('RegionDown').map(({ region }) => region))).toEqual(new Set([WEST]));
});

it('asks only the Region that writes for a canary', async () => {
  await startFor(5);
  expect(says(WEST, EAST)?.because).toContain('canary https://us-east-1.shop.example/canary wrote and read');
  expect(says(WEST, WEST)?.because).toBe('GET https://us-west-2.shop.example/healthz answered 200');
});

it('says down when the Region is silent, and when it was healthy last', async () => {
  await startFor(25);
  stage.world.network.kill(EAST);
  await sleep(30);
  const opinion = says(WEST, EAST)!;
  expect(opinion.says).toBe('down');
  expect(Date.parse(opinion.since)).toBeGreaterThan(Date.parse(opinion.lastHealthyAt!));
  expect(Date.parse(opinion.since) - Date.parse(opinion.lastHealthyAt!)).toBeLessThan(20_000);
});

it('S6 says down when pages answer and orders cannot be written', async () => {
  const closed = { untilMs: 0, epoch: 1 };
  await stage.run(gateParameterKind.holdGate!(resourceOf(stage, 'gate-parameter'), closed, EAST, stage.outside(EAST)));
  await sleep(10);
  await startFor(10);
  expect(says(WEST, EAST)).toMatchObject({ says: 'down', because: expect.stringContaining('canary') });
});

it('S1 carries on from the vote of the loop before it: what has lasted does not begin again', async () => {
  stage.world.network.kill(EAST);
  const first = start();
  await sleep(30);
  const since = says(WEST, EAST)!.since;
  void start();
  await stage.run(first);
  await sleep(30);
  expect(says(WEST, EAST)).toMatchObject({ says: 'down', since });
});

it('S1 begins anew when the vote before it is too old to say what happened since', async () => {
  const at = new Date(stage.world.clock.now()).toISOString();
  const old: Vote = {
    observer: WEST,
    generation: 1,
    at,
    opinions: [{ region: EAST, says: 'down', since: at, because: 'silent', failing: ['home'] }],
    lags: [],
  };
  await stage.run(castVote(stage.replicas(WEST), old));
  await sleep(120);
  stage.world.network.kill(EAST);
  await startFor(10);
  expect(Date.parse(says(WEST, EAST)!.since)).toBeGreaterThan(Date.parse(at) + 120_000);
});

it('ends when a later loop has taken its vote over', async () => {
  const first = start();
  await sleep(30);
  void start();
  expect(await stage.run(first)).toMatchObject({ ended: 'superseded' });
  const at = voteOf(WEST)!.at;
  await sleep(30);
  expect(Date.parse(voteOf(WEST)!.at)).toBeGreaterThan(Date.parse(at));
});

it('S3 says unknown while nobody knows who is active: a page alone does not tell that orders are written', async () => {
  stage.close();
  stage = openStage();
  await startFor(15);
  expect(says(WEST, EAST)?.says).toBe('unknown');
  expect(voteOf(WEST)?.leaseSeen).toBeUndefined();
  expect(metrics('RegionDown')).toEqual([]);
});

it('S3 still says down while nobody knows who is active: a silent page is enough', async () => {
  stage.close();
  stage = openStage();
  stage.world.network.kill(EAST);
  await startFor(15);
  expect(says(WEST, EAST)?.says).toBe('down');
});

it('S13 goes on publishing what it finds when the authority is lost, and calls nobody', async () => {
  await startFor(25);
  const before = voteOf(WEST)!.at;
  const published = metrics('RegionDown').length;
  stage.world.faults.call = ({ service }) => {
    if (service === 'dynamodb') throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
  };
  stage.world.network.kill(EAST);
  await sleep(150);
  expect(metrics('RegionDown').length).toBeGreaterThan(published + 20);
  expect(voteOf(WEST)?.at).toBe(before);
  expect(runs()).toEqual([]);
});

it('S13 takes its vote over when the authority comes back, although it could not read the last one at first', async () => {
  const first = start();
  await sleep(25);
  const before = voteOf(WEST)!;
  let down = true;
  stage.world.faults.call = ({ service }) => {
    if (service === 'dynamodb' && down) throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
  };
  await stage.run(first);
  await startFor(15);
  down = false;
  await sleep(30);
  expect(voteOf(WEST)!.generation).toBeGreaterThan(before.generation);
  expect(Date.parse(voteOf(WEST)!.at) - Date.parse(before.at)).toBeGreaterThan(240_000);
});

it('S14 notes when it first saw a renewal, and keeps that time until it sees another', async () => {
  const before = stage.world.clock.now();
  await startFor(15);
  const seen = voteOf(WEST)!.leaseSeen!;
  expect(seen).toMatchObject({ epoch: 1, renewal: 0 });
  expect(Date.parse(seen.at) - before).toBeLessThan(2_000);
  await sleep(30);
  expect(voteOf(WEST)?.leaseSeen).toEqual(seen);
});

describe('lag', () => {
  it('S15 is kept from the time in which its source was healthy', async () => {
    await sleep(180);
    await startFor(30);
    const [sample] = voteOf(WEST)!.lags;
    expect(sample).toMatchObject({ resource: 'orders', from: EAST, to: WEST });
    stage.world.network.kill(EAST);
    await sleep(90);
    expect(voteOf(WEST)?.lags).toEqual([sample]);
  });

  it('is measured by the Region that would take over, and by no other', async () => {
    await sleep(180);
    void start(EAST);
    await startFor(10, OHIO);
    expect([voteOf(EAST)?.lags, voteOf(OHIO)?.lags]).toEqual([[], []]);
  });

  it('S3 is left out where it cannot be measured, and the vote is cast all the same', async () => {
    stage.world.faults.call = ({ operation }) => {
      if (operation === 'GetMetricData') throw new Error('down');
    };
    await startFor(10);
    expect(voteOf(WEST)).toMatchObject({ lags: [] });
    expect(stage.logs).toContainEqual(expect.objectContaining({ level: 'warn', resource: 'orders' }));
  });
});

describe('the call for a failover', () => {
  it('starts the target’s journey once a minute, however many observers call, while the active Region stays down', async () => {
    stage.world.network.kill(EAST);
    const killedMs = stage.world.clock.now();
    void start(WEST);
    await startFor(200, OHIO);
    expect(runs().length).toBeGreaterThan(1);
    expect(runs().length).toBeLessThanOrEqual(3);
    const [first] = runs();
    expect(first).toMatchObject({ region: WEST, input: { lost: EAST } });
    expect(first!.name).toMatch(/^us-east-1-to-us-west-2-2026-01-06T\d{4}$/);
    expect(first!.startedAt - killedMs).toBeGreaterThan(110_000);
  });

  it('is not made for a standby, whose loss moves nobody', async () => {
    stage.world.network.kill(WEST);
    await startFor(150, OHIO);
    expect(says(OHIO, WEST)?.says).toBe('down');
    expect(runs()).toEqual([]);
  });
});
