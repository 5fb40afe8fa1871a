import type { PlanRule } from './problem';
import { aFreezeEndsAfterItBegins } from './rules/a-freeze-ends-after-it-begins';
import { aCanaryProvesTheTarget } from './rules/a-canary-proves-the-target';
import { aSignalHasOneSource } from './rules/a-signal-has-one-source';
import { aSignalSuspectsAWorkloadRegion } from './rules/a-signal-suspects-a-workload-region';
import { anHttpCheckJudgesEveryRegion } from './rules/an-http-check-judges-every-region';
import { auroraHasAClusterInEveryRegion } from './rules/aurora-has-a-cluster-in-every-region';
import { authorityIsStronglyConsistent } from './rules/authority-is-strongly-consistent';
import { aBackupCanBeMade } from './rules/a-backup-can-be-made';
import { automaticNeedsAClosingGate } from './rules/automatic-needs-a-closing-gate';
import { eachRegionHasItsOwnAddress } from './rules/each-region-has-its-own-address';
import { enoughRolesCanApprove } from './rules/enough-roles-can-approve';
import { firstRegionTakesAllTraffic } from './rules/first-region-takes-all-traffic';
import { leaseMarginCoversAPause } from './rules/lease-margin-covers-a-pause';
import { leaseOutlivesALateRenewal } from './rules/lease-outlives-a-late-renewal';
import { namesAreDistinct } from './rules/names-are-distinct';
import { objectivesLeaveTimeToMove } from './rules/objectives-leave-time-to-move';
import { oneObserverIsOutside } from './rules/one-observer-is-outside';
import { resourcesMoveOnce } from './rules/resources-move-once';
import { somebodyIsTold } from './rules/somebody-is-told';
import { theWitnessHasNamesOfItsOwn } from './rules/the-witness-has-names-of-its-own';
import { theWitnessTurnsInTime } from './rules/the-witness-turns-in-time';

/** Every condition that spans fields of a plan. */
export const rules: readonly PlanRule[] = [
  namesAreDistinct,
  resourcesMoveOnce,
  firstRegionTakesAllTraffic,
  authorityIsStronglyConsistent,
  oneObserverIsOutside,
  leaseMarginCoversAPause,
  leaseOutlivesALateRenewal,
  objectivesLeaveTimeToMove,
  eachRegionHasItsOwnAddress,
  anHttpCheckJudgesEveryRegion,
  auroraHasAClusterInEveryRegion,
  aCanaryProvesTheTarget,
  automaticNeedsAClosingGate,
  somebodyIsTold,
  aBackupCanBeMade,
  aFreezeEndsAfterItBegins,
  aSignalHasOneSource,
  aSignalSuspectsAWorkloadRegion,
  enoughRolesCanApprove,
  theWitnessHasNamesOfItsOwn,
  theWitnessTurnsInTime,
];
