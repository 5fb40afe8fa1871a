import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { assertClock, guardClock } from '../../../lambdas/authority/clock-guard';
import { readAuthority } from '../../../lambdas/authority/authority';
import { openReplicas } from '../../../lambdas/authority/replicas';
import type { Clock } from '../../../lambdas/clock';
import { replica, type Aws } from '../../../lambdas/aws';
import { createDepartures } from '../../../rehearsal/aws/endpoint/departures';
import { openLine } from '../../../rehearsal/aws/endpoint/intercept';
import { lead } from '../a-move';
import { startStage, WEST, type Stage } from '../stage';

const STORE = Date.UTC(2026, 0, 6, 9);

/** A clock that a test sets: the time of day, and the monotonic one. */
const setClock = (wallMs = STORE, steadyMs = 0) => {
  const clock = {
    now: () => clock.wallMs,
    steady: () => clock.steadyMs,
    sleep: async () => undefined,
    wallMs,
    steadyMs,
  };
  return clock;
};
const date = (ms: number): string => new Date(ms).toUTCString();

describe('guardClock', () => {
  it('S11 trusts a clock that goes with the store, its header’s whole second and half the way there and back apart', () => {
    const clock = setClock(STORE + 2_400);
    const guard = guardClock(clock);
    clock.steadyMs += 1_000;
    clock.wallMs += 1_000;
    guard.heard(date(STORE + 999), 0);
    expect(guard.objection()).toBeUndefined();
  });

  it.each([
    ['ahead of', 4_001],
    ['behind', -4_001],
  ])('S11 objects to a clock that is %s the store by more than 2 s', (_, offMs) => {
    const guard = guardClock(setClock(STORE + offMs));
    guard.heard(date(STORE), 0);
    expect(guard.objection()).toMatch(/^the clock here is 3\.0 s off that of the authority$/);
  });

  it('S11 allows two seconds and not more, beside the header’s whole second', () => {
    const guard = guardClock(setClock(STORE + 3_000));
    guard.heard(date(STORE), 0);
    expect(guard.objection()).toBeUndefined();
  });

  it('S11 takes half of the way there and back from what the clocks are apart, because the store answered in between', () => {
    const clock = setClock(STORE + 6_000, 1_000);
    const guard = guardClock(clock);
    clock.steadyMs += 2_000;
    clock.wallMs += 2_000;
    guard.heard(date(STORE + 1_000), 1_000);
    expect(guard.objection()).toBe('the clock here is 5.0 s off that of the authority');
  });

  it('S11 allows a jump of two seconds and not more', () => {
    const clock = setClock();
    const guard = guardClock(clock);
    clock.wallMs += 2_000;
    expect(guard.objection()).toBeUndefined();
    clock.wallMs -= 4_001;
    expect(guard.objection()).toBe('the clock here jumped by 2.0 s');
  });

  it('S11 says nothing to a step while the clock can be trusted', () => {
    expect(() => assertClock({ clockGuard: guardClock(setClock()) })).not.toThrow();
  });

  it('S11 objects to a clock that jumps, even before the store is heard again', () => {
    const clock = setClock();
    const guard = guardClock(clock);
    clock.steadyMs += 10_000;
    clock.wallMs += 13_000;
    expect(guard.objection()).toBe('the clock here jumped by 3.0 s');
    expect(() => assertClock({ clockGuard: guard })).toThrow(
      expect.objectContaining({ name: 'WrongClock', message: 'the clock here jumped by 3.0 s' }),
    );
  });

  it('S3 S11 takes an answer without a time for no news', () => {
    const guard = guardClock(setClock(STORE + 9_000));
    guard.heard(undefined, 0);
    expect(guard.objection()).toBeUndefined();
    guard.heard(date(STORE), 0);
    guard.heard(undefined, 0);
    expect(guard.objection()).toContain('off that of the authority');
  });

  it('S11 trusts again what is right again', () => {
    const clock = setClock(STORE + 9_000);
    const guard = guardClock(clock);
    guard.heard(date(STORE), 0);
    guard.heard(date(STORE + 9_000), 0);
    expect(guard.objection()).toBeUndefined();
  });
});

describe('the authority’s table', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await startStage();
  });
  afterEach(() => stage.close());

  it('S11 tells the time with every answer, and nobody with a wrong clock takes the lead', async () => {
    const { clockGuard } = stage.replicas(WEST);
    expect(clockGuard.objection()).toBeUndefined();
    stage.world.faults.clockOffMs = (region) => (region === WEST ? 60_000 : 0);
    expect(await stage.run(lead(stage))).toEqual({
      led: false,
      isStale: false,
      because: expect.stringMatching(/^the clock here is (59|60)\.\d s off/),
    });
    expect(stage.authority()).not.toHaveProperty('run');
  });

  it('S11 is heard by whoever opened it last, by a clock of its own, where two share a client of the SDK', async () => {
    const { outside, table, regions } = stage.replicas(WEST);
    const { client } = openLine(DynamoDBClient, replica(WEST), {
      departures: createDepartures(stage.world),
      answer: () => Promise.resolve({}),
    });
    const opened = (clock: Clock) => {
      const aws: Aws = <C>() => client as C;
      const replicas = openReplicas({ ...outside, clock, aws }, table, regions, WEST);
      replicas.client(WEST);
      return replicas;
    };
    const first = opened({ ...outside.clock, steady: () => -1_000_000 });
    const second = opened({ ...outside.clock, now: () => outside.clock.now() + 60_000 });
    await stage.run(readAuthority(second));
    expect(second.clockGuard.objection()).toMatch(/^the clock here is (58|59|60)\.\d s off/);
    expect(first.clockGuard.objection()).toBeUndefined();
  });
});
