import type { Fault } from './fault';
import { spoil } from './spoil';

/** An event may overtake all that were emitted in this time before it. */
const LATE_SECONDS_MAX = 45;

/** Nothing in EventBridge keeps the order of events. */
export const reorderEvents: Fault = {
  name: 'reorder-events',
  id: 'F15',
  summary: `events arrive in any order, up to ${LATE_SECONDS_MAX} s late`,
  strike: ({ cloud: { world } }, draw) =>
    spoil(world.faults, 'eventCopies', () => () => [draw() * LATE_SECONDS_MAX * 1000]),
};
