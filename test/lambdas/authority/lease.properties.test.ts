import fc from 'fast-check';
import { gateOpenMs, gatesAreClosedMs } from '../../../lambdas/authority/lease';
import type { Plan } from '../../../lambdas/plan/plan';
import { leaseMarginCoversAPause } from '../../../lambdas/plan/rules/lease-margin-covers-a-pause';
import { leaseOutlivesALateRenewal } from '../../../lambdas/plan/rules/lease-outlives-a-late-renewal';
import {
  CLOCK_SKEW_SECONDS_MAX,
  COLD_START_SECONDS_MAX,
  FUNCTION_SKEW_SECONDS_MAX,
  LOOP_SECONDS,
  PAUSE_SECONDS_MAX,
  START_GAP_SECONDS_MAX,
  TRANSACTION_SECONDS_MAX,
} from '../../../lambdas/plan/timing';
import { quickStart } from '../../quick-start';

type Lease = Plan['authority']['lease'];

/** A lease as a plan may ask for it; around the least margin and the shortest TTL, where the arithmetic is decided. */
const leases: fc.Arbitrary<Lease> = fc
  .record({ renewSeconds: fc.integer({ min: 1, max: 60 }), marginSeconds: fc.integer({ min: 30, max: 60 }) })
  .chain((lease) =>
    fc
      .integer({ min: 0, max: 5 })
      .map((more) => ({ ...lease, ttlSeconds: 10 + 2 * lease.renewSeconds + lease.marginSeconds + more })),
  );

const plan = quickStart();

const isAccepted = (lease: Lease): boolean => {
  const asked = { ...plan, authority: { ...plan.authority, lease } };
  return [...leaseMarginCoversAPause(asked), ...leaseOutlivesALateRenewal(asked)].length === 0;
};

/** By how many seconds a clock is ahead of the true time; whole ones, so that the extremes are drawn often. */
const skew = (most: number) => fc.integer({ min: -most, max: most });
const functionSkew = skew(FUNCTION_SKEW_SECONDS_MAX);

/** Who tells the time by which clock, and how long each is held up; the last renewal is asked at the true second 0. */
const worlds = fc.record({
  holder: functionSkew,
  writer: skew(CLOCK_SKEW_SECONDS_MAX),
  observer: functionSkew,
  leader: functionSkew,
  promoter: functionSkew,
  pauseSeconds: fc.constantFrom(0, PAUSE_SECONDS_MAX),
  transactionSeconds: fc.constantFrom(0, TRANSACTION_SECONDS_MAX),
  seenAfterSeconds: fc.option(fc.integer({ min: 0, max: 15 }), { nil: undefined }),
  ledAfterSeconds: fc.integer({ min: 0, max: 15 }),
});
type Skewed = typeof worlds extends fc.Arbitrary<infer W> ? W : never;

const EPOCH_MS = Date.UTC(2026, 0, 6, 9);
const iso = (seconds: number) => new Date(EPOCH_MS + seconds * 1000).toISOString();

/** The true second at which a commit may still take place that passed the old gate in its last moment. */
const lastCommitAt = (lease: Lease, { holder, writer, pauseSeconds, transactionSeconds }: Skewed): number =>
  holder + gateOpenMs(lease) / 1000 - writer + pauseSeconds + transactionSeconds;

/** The true second from which the target may promote. */
const takenOverAt = (lease: Lease, world: Skewed): number => {
  const { holder, observer, leader, promoter, seenAfterSeconds, ledAfterSeconds } = world;
  const seen = seenAfterSeconds === undefined ? {} : { renewalSeenAt: iso(seenAfterSeconds + observer) };
  const nowMs = EPOCH_MS + (ledAfterSeconds + leader) * 1000;
  const closedMs = gatesAreClosedMs({ renewedAt: iso(holder), ...seen }, nowMs, lease);
  return (closedMs - EPOCH_MS) / 1000 - promoter;
};

const closesFirst = (lease: Lease, world: Skewed): void =>
  expect(lastCommitAt(lease, world)).toBeLessThanOrEqual(takenOverAt(lease, world));

const worst: Skewed = {
  holder: 2,
  writer: -2,
  observer: -2,
  leader: -2,
  promoter: 2,
  pauseSeconds: PAUSE_SECONDS_MAX,
  transactionSeconds: TRANSACTION_SECONDS_MAX,
  seenAfterSeconds: 0,
  ledAfterSeconds: 0,
};
const lease = { ttlSeconds: 120, renewSeconds: 15, marginSeconds: 40 };

it('S11 lets no commit through an old gate once another Region may write, whatever the plan and the clocks', () => {
  fc.assert(
    fc.property(leases.filter(isAccepted), worlds, (accepted, world) => closesFirst(accepted, world)),
    {
      numRuns: 300,
      seed: 1,
      examples: [
        [lease, worst],
        // Nobody in the target saw the renewal, and the leader's clock is behind the one that renewed.
        [lease, { ...worst, seenAfterSeconds: undefined }],
      ],
    },
  );
});

it('S11 accepts no margin that pays for one clock only: the writer’s is behind, and the promoter’s ahead', () => {
  const tight = { ...lease, marginSeconds: TRANSACTION_SECONDS_MAX + CLOCK_SKEW_SECONDS_MAX + PAUSE_SECONDS_MAX };
  expect(lastCommitAt(tight, worst)).toBeGreaterThan(takenOverAt(tight, worst));
  expect(isAccepted(tight)).toBe(false);
});

it('S11 keeps the gate open through one lost renewal and a start as late as it may be, whatever the plan', () => {
  const unattended = Math.max(0, START_GAP_SECONDS_MAX - LOOP_SECONDS) + COLD_START_SECONDS_MAX;
  fc.assert(
    fc.property(leases.filter(isAccepted), (accepted) => {
      expect(unattended + 2 * accepted.renewSeconds).toBeLessThan(gateOpenMs(accepted) / 1000);
    }),
    { numRuns: 100, seed: 1 },
  );
});
