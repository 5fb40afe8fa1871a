import { regionLoss } from './region-loss';
import type { Scenario } from './scenario';

/** Longer than any check waits. */
const LATER_MS = 6_000;
const FOR_SECONDS = 240;

/** What is wrong in two Regions at once may not be the loss of one, so the move waits until the standby is well. */
export const standbySlow: Scenario = {
  ...regionLoss,
  name: 'standby-slow',
  summary: `the active Region falls silent while the standby answers too late for its checks; it takes over when it is well, ${FOR_SECONDS} s later`,
  faults: ['F1', 'F10'],
  strike: (stage) => {
    const { faults, clock } = stage.cloud.world;
    faults.answersLaterMs = (region) => (region === stage.standby ? LATER_MS : 0);
    regionLoss.strike(stage);
    clock.after(FOR_SECONDS * 1000, () => delete faults.answersLaterMs);
  },
  // Observers start a run each minute, and the first that looks when the standby is well is the one that moves.
  expects: { outcome: 'moved', verdicts: ['proceed'] },
};
