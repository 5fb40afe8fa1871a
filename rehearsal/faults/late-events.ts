import type { Fault } from './fault';
import { spoil } from './spoil';

/** In us-east-1 on 2021-12-07, events came minutes late: https://aws.amazon.com/message/12721/ */
const LATE_MINUTES = 13;

/** Events arrive long after what they tell of. */
export const lateEvents: Fault = {
  name: 'late-events',
  id: 'F16',
  summary: `every event arrives ${LATE_MINUTES} minutes late`,
  losesEvents: true,
  strike: ({ cloud: { world } }) => spoil(world.faults, 'eventCopies', () => () => [LATE_MINUTES * 60_000]),
};
