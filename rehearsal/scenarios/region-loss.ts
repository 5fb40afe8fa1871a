import type { Scenario } from './scenario';

/** The active Region falls silent. */
export const regionLoss: Scenario = {
  name: 'region-loss',
  journey: 'failover',
  summary: 'the active Region falls silent, and the application moves',
  faults: ['F1'],
  strike: ({ cloud, active }) => cloud.world.network.kill(active),
  expects: { outcome: 'moved', started: 'by an alarm', verdicts: ['wait', 'proceed'] },
  watchSecondsMax: 1800,
};
