import { noteOf } from '../../../lambdas/authority/break-glass';
import { noteBreakGlass } from '../../../lambdas/authority/controls';
import { aBreakGlass } from '../a-break-glass';
import { assess } from '../../../lambdas/assessment/assess';
import { AUTHORITY_KEY } from '../../../lambdas/authority/authority';
import { beginCoolDown } from '../../../lambdas/authority/cool-down';
import { castVote } from '../../../lambdas/authority/votes';
import { updateItem } from '../../../lambdas/authority/table';
import type { Opinion, Vote } from '../../../lambdas/observation/vote';
import type { Signal } from '../../../lambdas/signals/signal';
import { aMove, lead } from '../a-move';
import { EAST, OHIO, startStage, WEST, type Stage } from '../stage';

let stage: Stage;
let nowMs: number;
beforeEach(async () => {
  stage = await startStage();
  nowMs = stage.world.clock.now();
});
afterEach(() => stage.close());

const SIGNAL: Signal = { from: 'alarm', suspect: EAST, because: 'an alarm' };
const ago = (seconds: number) => new Date(nowMs - seconds * 1000).toISOString();
const opinion = (more: Partial<Opinion> = {}): Opinion => ({
  region: EAST,
  says: 'down',
  since: ago(95),
  lastHealthyAt: ago(100),
  because: 'silent',
  failing: ['home', 'order'],
  ...more,
});
const cast = (observer: string, more: Partial<Vote> = {}) => {
  const vote: Vote = { observer, generation: 1, at: ago(5), opinions: [opinion()], lags: [], ...more };
  return stage.run(castVote(stage.replicas(observer), vote));
};
const assessed = (signal = SIGNAL) =>
  stage.run(
    assess(stage.plan, stage.replicas(WEST, signal.suspect), {
      run: 'run',
      startedAt: ago(60),
      here: WEST,
      signal,
    }),
  );

it('only reads', async () => {
  await cast(OHIO);
  const before = stage.cloud.endpoint.calls.length;
  await assessed();
  const operations = stage.cloud.endpoint.calls.slice(before).map(({ operation }) => operation);
  expect(operations.every((operation) => /^(Get|Query|Describe)/.test(operation))).toBe(true);
});

it('S1 reads the votes last, so that a slow target does not make them old', async () => {
  const before = stage.cloud.endpoint.calls.length;
  await assessed();
  const asked = stage.cloud.endpoint.calls.slice(before).map(({ service }) => service);
  expect(asked.indexOf('dynamodb')).toBeGreaterThan(asked.lastIndexOf('rds'));
});

it('S20 asks nothing of the suspected Region', async () => {
  stage.world.network.kill(EAST);
  const before = stage.cloud.endpoint.calls.length;
  await assessed();
  expect(stage.cloud.endpoint.calls.slice(before).map(({ region }) => region)).not.toContain(EAST);
});

it('tells the verdict what it needs, each vote with its age and how long it has lasted', async () => {
  await cast(OHIO);
  const { facts } = await assessed();
  expect(facts).toMatchObject({
    suspect: EAST,
    target: WEST,
    rpoSeconds: 300,
    authority: { active: EAST, epoch: 1, cooldownLeftSeconds: 0, movesToday: 0 },
    readiness: [{ says: 'ready' }, { says: 'ready' }, { says: 'ready' }],
  });
  const [vote] = facts.votes;
  expect(vote).toMatchObject({ observer: OHIO, says: 'down', lastedSeconds: 90 });
  expect(vote!.ageSeconds).toBeCloseTo(5, 0);
});

it('S1 leaves the suspect’s own vote out of the electorate', async () => {
  await cast(EAST);
  await cast(OHIO);
  const { facts, expects } = await assessed();
  expect(facts.votes.map(({ observer }) => observer)).toEqual([OHIO]);
  expect(expects.votes.map(({ observer }) => observer)).toEqual([OHIO]);
});

it('S3 takes a vote that says nothing of the suspect for unknown', async () => {
  await cast(OHIO, { opinions: [opinion({ region: WEST })] });
  expect((await assessed()).facts.votes).toEqual([expect.objectContaining({ observer: OHIO, says: 'unknown' })]);
});

describe('the authority', () => {
  it('S13 is unknown when it cannot be reached, and nothing fails', async () => {
    stage.world.faults.call = ({ service }) => {
      if (service === 'dynamodb') throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
    };
    const { facts, standing } = await assessed();
    expect([facts.authority, standing]).toEqual([undefined, undefined]);
    expect(facts.votes).toEqual([]);
  });

  it('S26 tells how long the cool-down still lasts, and how many moves there were today', async () => {
    await stage.run(lead(stage));
    await stage.run(beginCoolDown(stage.replicas(WEST), aMove()));
    await stage.run(stage.world.clock.sleep(600_000));
    const { authority } = (await assessed()).facts;
    expect(authority?.cooldownLeftSeconds).toBeCloseTo(3_000, 0);
    expect(authority?.movesToday).toBe(1);
  });

  it('S12 tells who leads', async () => {
    await stage.run(lead(stage));
    const { facts, expects } = await assessed();
    expect(facts.authority?.leader).toMatchObject({ run: 'run-of-west', region: WEST, abandoned: false });
    expect(expects.abandonedSeenAt).toBeUndefined();
  });

  it('S10 goes on with a lead of its own that came through without an answer, under its epoch', async () => {
    await stage.run(lead(stage, aMove({ run: 'run' })));
    const { facts, move } = await assessed();
    expect(facts.authority?.leader).toBeUndefined();
    expect(move).toMatchObject({ run: 'run', epoch: 2 });
  });

  it('S12 takes a run of its name in another Region for another', async () => {
    await stage.run(lead(stage, aMove({ run: 'run', to: OHIO })));
    const { facts, move } = await assessed();
    expect(facts.authority?.leader).toMatchObject({ run: 'run', region: OHIO });
    expect(move.epoch).toBe(3);
  });

  it('says when the leader was seen last, if it must have died', async () => {
    await stage.run(lead(stage));
    const { seenAt } = stage.authority()!.run!;
    await stage.run(stage.world.clock.sleep(301_000));
    const { facts, expects, move } = await assessed();
    expect(facts.authority?.leader?.abandoned).toBe(true);
    expect(expects.abandonedSeenAt).toBe(seenAt);
    expect(move.epoch).toBe(3);
  });

  it('S27 tells that the kill switch is on, and who turned it on', async () => {
    const killSwitch = { by: 'an operator', at: ago(0) };
    const turnOn = updateItem(stage.replicas(OHIO), AUTHORITY_KEY, {
      UpdateExpression: 'SET killSwitch = :on',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':on': killSwitch },
    });
    await stage.run(turnOn);
    expect((await assessed()).facts.authority?.killSwitch).toEqual(killSwitch);
  });
});

describe('what the lead is to be taken on', () => {
  it('S10 is the epoch after the one that was seen, and the renewal of its lease', async () => {
    const { move, expects } = await assessed();
    // By the target's own clock, which need not be the world's.
    expect(Math.abs(Date.parse(expects.assessedAt) - Date.parse(ago(0)))).toBeLessThan(1_000);
    expect(move).toMatchObject({ run: 'run', epoch: 2, from: EAST, to: WEST });
    expect(expects).toMatchObject({
      epoch: 1,
      renewal: 0,
      renewedAt: stage.authority()!.lease!.at,
    });
  });

  it('S14 is the target’s own first sight of that renewal', async () => {
    await cast(WEST, { leaseSeen: { epoch: 1, renewal: 0, at: ago(40) } });
    await cast(OHIO, { leaseSeen: { epoch: 1, renewal: 0, at: ago(90) } });
    expect((await assessed()).expects.renewalSeenAt).toBe(ago(40));
  });

  it.each([
    ['another renewal', { epoch: 1, renewal: 7, at: '2026-01-06T08:00:00.000Z' }],
    ['the same number of another epoch', { epoch: 2, renewal: 0, at: '2026-01-06T08:00:00.000Z' }],
  ])('S14 is not its sight of %s', async (_, leaseSeen) => {
    await cast(WEST, { leaseSeen });
    expect((await assessed()).expects.renewalSeenAt).toBeUndefined();
  });

  it('S1 are the fresh votes that say down, with their own since', async () => {
    await cast(OHIO);
    await cast(WEST, { at: ago(46) });
    expect((await assessed()).expects.votes).toEqual([{ observer: OHIO, says: 'down', since: ago(95) }]);
  });
});

describe('the loss', () => {
  const lags = () => [{ resource: 'orders', from: EAST, to: WEST, seconds: 0.4, at: ago(130) }];

  it('S15 is bounded by the newest sample, and all that may have been written since until the gate closes', async () => {
    await cast(WEST, { lags: lags(), leaseSeen: { epoch: 1, renewal: 0, at: ago(110) } });
    const { facts, move } = await assessed();
    // The gate closes 80 s after the renewal was seen, which is 100 s after the sample.
    expect(facts.losses).toEqual([expect.objectContaining({ resource: 'orders', boundSeconds: 100.4 })]);
    expect(move.lossBoundSeconds).toBe(100.4);
  });

  it('S15 counts what may have been written by a break-glass, also after its date', async () => {
    await cast(WEST, { lags: lags(), leaseSeen: { epoch: 1, renewal: 0, at: ago(110) } });
    await stage.run(noteBreakGlass(stage.replicas(OHIO), noteOf(EAST, aBreakGlass(ago(5)))));
    // The break-glass ended 125 s after the sample, and the gate's own time 100 s after it.
    expect((await assessed()).move.lossBoundSeconds).toBe(125.4);
    await stage.run(noteBreakGlass(stage.replicas(OHIO), noteOf(WEST, aBreakGlass(ago(1)))));
    expect((await assessed()).move.lossBoundSeconds).toBe(100.4);
  });

  it('S15 has no bound when no lag was sampled', async () => {
    await cast(WEST);
    const { move } = await assessed();
    expect(move).not.toHaveProperty('lossBoundSeconds');
  });

  it('S15 is accepted by whoever typed so, and by nobody else', async () => {
    const accepting: Signal = { ...SIGNAL, from: 'person', acceptsLossSeconds: 'any' };
    expect((await assessed(accepting)).move.lossAccepted).toBe(true);
    expect((await assessed()).move.lossAccepted).toBeUndefined();
  });
});

it('S15 names the checks that were silent for everybody who says down', async () => {
  await cast(OHIO, { opinions: [opinion({ failing: ['home', 'order'] })] });
  await cast(WEST, { opinions: [opinion({ failing: ['order'] })] });
  expect((await assessed()).move.silentChecks).toEqual(['order']);
});

it('S31 takes the earliest of the last healthy sights: users may have seen the loss as soon as anybody did', async () => {
  await cast(OHIO, { opinions: [opinion({ lastHealthyAt: ago(130) })] });
  await cast(WEST, { opinions: [opinion({ lastHealthyAt: ago(100) })] });
  await cast(EAST, { opinions: [opinion({ lastHealthyAt: ago(500) })] });
  expect((await assessed()).lastHealthyAt).toBe(ago(130));
});

it('S31 goes back to the look before the first bad one where some were good since, as in a grey failure, also by its own word', async () => {
  await cast(OHIO, { opinions: [opinion({ since: ago(400), lastHealthyAt: ago(30) })] });
  await cast(WEST, { opinions: [opinion({ since: ago(95), lastHealthyAt: ago(100) })] });
  expect((await assessed()).lastHealthyAt).toBe(ago(410));
  await cast(EAST, { opinions: [opinion({ since: ago(420), lastHealthyAt: ago(30) })] });
  expect((await assessed()).lastHealthyAt).toBe(ago(430));
  await cast(EAST, {
    at: ago(1),
    opinions: [opinion({ says: 'healthy', since: ago(900), lastHealthyAt: ago(1) })],
  });
  expect((await assessed()).lastHealthyAt).toBe(ago(410));
});

describe('a witness', () => {
  const down = () => [{ region: EAST, says: 'down' as const, since: ago(95), lastHealthyAt: ago(100) }];
  const withWitness = () =>
    stage.run(
      assess({ ...stage.plan, witness: { zone: 'Z1', record: 'witness.shop.example' } }, stage.replicas(WEST, EAST), {
        run: 'run',
        startedAt: ago(60),
        here: WEST,
        signal: SIGNAL,
      }),
    );

  it('S1 is a voter of its own, by whoever read it, and the lead is taken on its word too', async () => {
    await cast(WEST, { witness: down() });
    const { facts, expects, move } = await withWitness();
    expect(facts.votes.map(({ observer, says }) => [observer, says])).toEqual([
      [WEST, 'down'],
      ['dns-witness', 'down'],
    ]);
    expect(expects.votes).toContainEqual({ observer: 'dns-witness', says: 'down', since: ago(95) });
    // The target must answer all that observers miss; the witness misses only what it asks.
    expect(move.silentChecks).toEqual(['home', 'order']);
  });

  it('S3 is unknown until somebody has read it', async () => {
    await cast(WEST);
    const { facts } = await withWitness();
    expect(facts.votes.find(({ observer }) => observer === 'dns-witness')).toMatchObject({ says: 'unknown' });
  });
});
