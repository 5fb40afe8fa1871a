import { approve } from './approve';
import { approveThenSilence } from './approve-then-silence';
import { backup } from './backup';
import { backupAfterMove } from './backup-after-move';
import { blip } from './blip';
import { controlPlaneLoss } from './control-plane-loss';
import { controlPlaneOnly } from './control-plane-only';
import { copyFails } from './copy-fails';
import { eventsLost } from './events-lost';
import { gateHolderLate } from './gate-holder-late';
import { lagSpike } from './lag-spike';
import { lagUnknownThenLoss } from './lag-unknown-then-loss';
import { lossWhileBlind } from './loss-while-blind';
import { lostAgain } from './lost-again';
import { lossAfterMove } from './loss-after-move';
import { malformedEvent } from './malformed-event';
import { partitionOfActive } from './partition-of-active';
import { recoversInTime } from './recovers-in-time';
import { regionLoss } from './region-loss';
import { oneObserverBlind } from './one-observer-blind';
import { partitionOfStandby } from './partition-of-standby';
import { healthAdvice } from './health-advice';
import { idleLoss } from './idle-loss';
import { greyFailure } from './grey-failure';
import { exercise } from './exercise';
import { failbackOffered } from './failback-offered';
import { flapping } from './flapping';
import { lateEvents } from './late-events';
import { duplicateEvents } from './duplicate-events';
import { insufficientDataStorm } from './insufficient-data-storm';
import { targetCutOff } from './target-cut-off';
import { targetLostAfterOpening, targetLostInMidRun, targetLostWhilePromoting } from './target-lost';
import { twoLeaders } from './two-leaders';
import { killSwitchInMidRun } from './kill-switch-in-mid-run';
import { brokenGlass } from './broken-glass';
import { seenByHalf } from './seen-by-half';
import { standbySlow } from './standby-slow';
import { clockJump, clockOfActiveJumps } from './clock-jump';
import { authorityLoss } from './authority-loss';
import { falseSignal } from './false-signal';
import { ownAlarmsSilent } from './own-alarms-silent';
import { outsideObserverLost } from './outside-observer-lost';
import type { Scenario } from './scenario';
import { replicaUnreachable } from './replica-unreachable';
import { replicationWatch } from './replication-watch';
import { slackDead } from './slack-dead';
import { standbyUnready } from './standby-unready';
import { switchRegionLoss } from './switch-region-loss';
import { switchSilent } from './switch-silent';

/** Every scenario, in the order of `--list`; the first of a journey is its default. */
export const scenarios: readonly Scenario[] = [
  regionLoss,
  partitionOfActive,
  lossAfterMove,
  controlPlaneLoss,
  controlPlaneOnly,
  replicaUnreachable,
  switchSilent,
  switchRegionLoss,
  eventsLost,
  ownAlarmsSilent,
  outsideObserverLost,
  healthAdvice,
  duplicateEvents,
  twoLeaders,
  greyFailure,
  flapping,
  oneObserverBlind,
  lossWhileBlind,
  partitionOfStandby,
  seenByHalf,
  idleLoss,
  authorityLoss,
  clockJump,
  clockOfActiveJumps,
  insufficientDataStorm,
  lateEvents,
  falseSignal,
  blip,
  recoversInTime,
  lostAgain,
  failbackOffered,
  killSwitchInMidRun,
  targetLostInMidRun,
  targetLostWhilePromoting,
  targetLostAfterOpening,
  targetCutOff,
  standbyUnready,
  standbySlow,
  malformedEvent,
  gateHolderLate,
  lagUnknownThenLoss,
  approve,
  approveThenSilence,
  brokenGlass,
  slackDead,
  lagSpike,
  replicationWatch,
  exercise,
  backup,
  backupAfterMove,
  copyFails,
];
