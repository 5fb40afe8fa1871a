import { aTrueLossIsAnswered } from './a-true-loss-is-answered';
import { callsStayOnTheAllowedPaths } from './calls-stay-on-the-allowed-paths';
import { epochsOnlyGrow } from './epochs-only-grow';
import { everyRunLeavesEvidence } from './every-run-leaves-evidence';
import { lossesStayWithinTheBudget } from './losses-stay-within-the-budget';
import { noEffectByAStaleEpoch } from './no-effect-by-a-stale-epoch';
import { noFailoverOfAHealthyRegion } from './no-failover-of-a-healthy-region';
import { noPromotionWithoutAFence } from './no-promotion-without-a-fence';
import { noPromotionWithoutAQuorum } from './no-promotion-without-a-quorum';
import { nothingMovesUnasked } from './nothing-moves-unasked';
import { oneMovePerCoolDown } from './one-move-per-cool-down';
import { oneRegionWritesAtATime } from './one-region-writes-at-a-time';
import type { Invariant, Recording, Violation } from './recording';
import { replayedEventsChangeNothing } from './replayed-events-change-nothing';
import { reportsAreNeverBetterThanTheTruth } from './reports-are-never-better-than-the-truth';
import { theKillSwitchStopsEffects } from './the-kill-switch-stops-effects';
import { trafficGoesToARegionThatWrites } from './traffic-goes-to-a-region-that-writes';
import { trafficIsNeverAllOff } from './traffic-is-never-all-off';
import { trafficMovesAfterACanary } from './traffic-moves-after-a-canary';
import { unknownNeverPromotes } from './unknown-never-promotes';
import { whatAReturnNeedsIsKept } from './what-a-return-needs-is-kept';
import { writesCarryTheCurrentEpoch } from './writes-carry-the-current-epoch';

/** Every invariant, by SAFETY.md's ids. */
export const invariants: readonly Invariant[] = [
  oneRegionWritesAtATime,
  writesCarryTheCurrentEpoch,
  epochsOnlyGrow,
  noEffectByAStaleEpoch,
  noPromotionWithoutAFence,
  noPromotionWithoutAQuorum,
  noFailoverOfAHealthyRegion,
  lossesStayWithinTheBudget,
  oneMovePerCoolDown,
  unknownNeverPromotes,
  theKillSwitchStopsEffects,
  trafficGoesToARegionThatWrites,
  callsStayOnTheAllowedPaths,
  replayedEventsChangeNothing,
  everyRunLeavesEvidence,
  aTrueLossIsAnswered,
  reportsAreNeverBetterThanTheTruth,
  whatAReturnNeedsIsKept,
  trafficMovesAfterACanary,
  trafficIsNeverAllOff,
  nothingMovesUnasked,
];

/** Everything that a recording violates. */
export const violationsIn = (recording: Recording): Violation[] =>
  invariants.flatMap(({ id, check }) => check(recording).map((because) => ({ invariant: id, because })));
