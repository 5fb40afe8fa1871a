import { regionLoss } from './region-loss';
import type { Scenario } from './scenario';

/** The active Region falls silent, and so does EventBridge: no alarm's event ever arrives. */
export const eventsLost: Scenario = {
  ...regionLoss,
  name: 'events-lost',
  summary: 'the active Region falls silent and every event is dropped; an observer starts the run',
  faults: ['F1', 'F17'],
  prepare: ({ cloud }) => {
    cloud.world.faults.eventCopies = () => [];
  },
  expects: { outcome: 'moved', started: 'by an observer', verdicts: ['proceed'] },
};
