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
  await stage.run(start());
  expect(says(WEST, EAST)?.because).toContain('canary https://us-east-1.shop.example/canary wrote and read');
  expect(says(WEST, WEST)?.because).toBe('GET https://us-west-2.shop.example/healthz answered 200');
});

it('says down when the Region is silent, and when it was healthy last', async () => {
  const loop = start();
  await sleep(25);
  stage.world.network.kill(EAST);
  await stage.run(loop);
  const opinion = says(WEST, EAST)!;
  expect(opinion.says).toBe('down');
  expect(Date.parse(opinion.since)).toBeGreaterThan(Date.parse(opinion.lastHealthyAt!));
  expect(Date.parse(opinion.since) - Date.parse(opinion.lastHealthyAt!)).toBeLessThan(20_000);
});

it('S6 says down when pages answer and orders cannot be written', async () => {
  const closed = { untilMs: 0, epoch: 1 };
  await stage.run(gateParameterKind.holdGate!(resourceOf(stage, 'gate-parameter'), closed, EAST, stage.outside(EAST)));
  await sleep(10);
  await stage.run(start());
  expect(says(WEST, EAST)).toMatchObject({ says: 'down', because: expect.stringContaining('canary') });
});

it('S1 carries on from the vote of the loop before it: what has lasted does not begin again', async () => {
  stage.world.network.kill(EAST);
  const first = start();
  await sleep(60);
  const since = says(WEST, EAST)!.since;
  const second = start();
  await stage.run(first);
  await sleep(60);
  expect(says(WEST, EAST)).toMatchObject({ says: 'down', since });
  await stage.run(second);
});

it('S1 begins anew when the vote before it is too old to say what happened since', async () => {
  const at = new Date(stage.world.clock.now()).toISOString();
  const old: Vote = {
    observer: WEST,
    startedAt: at,
    at,
    opinions: [{ region: EAST, says: 'down', since: at, because: 'silent' }],
    lags: [],
  };
  await stage.run(castVote(stage.replicas(WEST), old));
  await sleep(120);
  stage.world.network.kill(EAST);
  await stage.run(start());
  expect(Date.parse(says(WEST, EAST)!.since)).toBeGreaterThan(Date.parse(at) + 120_000);
});

it('ends when a later loop has taken its vote over', async () => {
  const first = start();
  await sleep(30);
  const second = start();
  expect(await stage.run(first)).toMatchObject({ ended: 'superseded' });
  expect(await stage.run(second)).toMatchObject({ ended: 'in time' });
});

it('S3 votes while nobody knows who is active, on what needs no writer', async () => {
  stage.close();
  stage = openStage();
  await stage.run(start());
  expect(says(WEST, EAST)).toMatchObject({ says: 'healthy', because: expect.not.stringContaining('canary') });
  expect(voteOf(WEST)?.leaseSeen).toBeUndefined();
});

it('S13 publishes what it finds although its vote cannot be cast', async () => {
  stage.world.faults.call = ({ service }) => {
    if (service === 'dynamodb') throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
  };
  await stage.run(start());
  expect(metrics('RegionDown').length).toBeGreaterThan(0);
  expect(voteOf(WEST)).toBeUndefined();
  expect(runs()).toEqual([]);
});

it('S14 notes when it first saw a renewal, and keeps that time until it sees another', async () => {
  const before = stage.world.clock.now();
  const loop = start();
  await sleep(100);
  const seen = voteOf(WEST)!.leaseSeen!;
  expect(seen).toMatchObject({ epoch: 1, renewal: 0 });
  expect(Date.parse(seen.at) - before).toBeLessThan(2_000);
  await stage.run(loop);
  expect(voteOf(WEST)?.leaseSeen).toEqual(seen);
});

describe('lag', () => {
  it('S15 is kept from the time in which its source was healthy', async () => {
    await sleep(180);
    const loop = start();
    await sleep(30);
    const [sample] = voteOf(WEST)!.lags;
    expect(sample).toMatchObject({ resource: 'orders', from: EAST, to: WEST });
    stage.world.network.kill(EAST);
    await stage.run(loop);
    expect(voteOf(WEST)?.lags).toEqual([sample]);
  });

  it('is measured by the Region that would take over, and by no other', async () => {
    await sleep(180);
    await stage.run(Promise.all([start(EAST), start(OHIO)]));
    expect([voteOf(EAST)?.lags, voteOf(OHIO)?.lags]).toEqual([[], []]);
  });

  it('S3 is left out where it cannot be measured, and the vote is cast all the same', async () => {
    stage.world.faults.call = ({ operation }) => {
      if (operation === 'GetMetricData') throw new Error('down');
    };
    await stage.run(start());
    expect(voteOf(WEST)).toMatchObject({ lags: [] });
    expect(stage.logs).toContainEqual(expect.objectContaining({ level: 'warn', resource: 'orders' }));
  });
});

describe('the call for a failover', () => {
  it('starts the target’s journey once a minute, however many observers call, while the active Region stays down', async () => {
    stage.world.network.kill(EAST);
    const killedMs = stage.world.clock.now();
    await stage.run(Promise.all([start(WEST), start(OHIO)]));
    expect(runs().length).toBeGreaterThan(1);
    expect(runs().length).toBeLessThanOrEqual(3);
    const [first] = runs();
    expect(first).toMatchObject({ region: WEST, input: { lost: EAST } });
    expect(first!.name).toMatch(/^us-east-1-to-us-west-2-2026-01-06T\d{4}$/);
    expect(first!.startedAt - killedMs).toBeGreaterThan(110_000);
  });

  it('is not made for a standby, whose loss moves nobody', async () => {
    stage.world.network.kill(WEST);
    await stage.run(start(OHIO));
    expect(says(OHIO, WEST)?.says).toBe('down');
    expect(runs()).toEqual([]);
  });
});
