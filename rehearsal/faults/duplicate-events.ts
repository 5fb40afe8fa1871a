import type { Fault } from './fault';
import { spoil } from './spoil';

/** EventBridge delivers at least once: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html */
export const duplicateEvents: Fault = {
  name: 'duplicate-events',
  id: 'F14',
  summary: 'every event arrives three times',
  strike: ({ cloud: { world } }) => spoil(world.faults, 'eventCopies', () => () => [0, 1_000, 40_000]),
};
