import type { Fault } from './fault';
import { spoil } from './spoil';

/** Nobody can tell what a promotion would lose, or only what it would have lost a while ago. */
export const loseLag: Fault = {
  name: 'lose-lag',
  id: 'F28',
  summary: 'no replication lag is published',
  passes: true,
  strike: ({ cloud: { world } }) =>
    spoil(
      world.faults,
      'metricMissed',
      (before) => (metric) => metric.name.startsWith('AuroraGlobalDB') || (before?.(metric) ?? false),
    ),
};
