import { movedOnce } from './flapping';
import { regionLoss } from './region-loss';
import type { Scenario } from './scenario';

/** Every event arrives again, out of order: EventBridge delivers at least once. */
const COPIES_AFTER_SECONDS = [0, 1, 45, 20];

/** The active Region falls silent, and every event arrives four times. */
export const duplicateEvents: Scenario = {
  ...regionLoss,
  name: 'duplicate-events',
  summary: 'the active Region falls silent and every event arrives four times; the application moves once',
  faults: ['F1', 'F14', 'F15'],
  strike: (stage) => {
    stage.cloud.world.faults.eventCopies = () => COPIES_AFTER_SECONDS.map((seconds) => seconds * 1000);
    regionLoss.strike(stage);
  },
  expects: { ...regionLoss.expects, leaves: movedOnce },
};
