import type { Fault } from './fault';
import { spoil } from './spoil';

/** Every alarm runs out of data. */
export const stopMetrics: Fault = {
  name: 'stop-metrics',
  id: 'F12',
  summary: 'CloudWatch takes no metrics, and every alarm has insufficient data',
  passes: true,
  strike: ({ cloud: { world } }) => spoil(world.faults, 'metricMissed', () => () => true),
};
