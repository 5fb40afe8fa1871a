import type { Fault } from './fault';
import { spoil } from './spoil';

/** No event arrives; observers call for a failover themselves. */
export const dropEvents: Fault = {
  name: 'drop-events',
  id: 'F17',
  summary: 'every event is lost',
  losesEvents: true,
  strike: ({ cloud: { world } }) => spoil(world.faults, 'eventCopies', () => () => []),
};
