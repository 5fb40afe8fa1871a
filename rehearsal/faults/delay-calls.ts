import type { Fault } from './fault';
import { between } from './places';
import { spoil } from './spoil';

/** This share of requests, for so long: longer than any lease, at most. */
const SHARE = [0.005, 0.05] as const;
const LATER_MS = [1_000, 200_000] as const;

/** Its sender has long given up, and may no longer be who acts, when a request takes effect. */
export const delayCalls: Fault = {
  name: 'delay-calls',
  id: 'F20',
  summary: 'requests to AWS take effect up to minutes after they were sent',
  passes: true,
  strike: ({ cloud: { world } }, draw) => {
    const share = between(SHARE, draw());
    return spoil(
      world.faults,
      'travelsLongerMs',
      (before) => (call) => (draw() < share ? between(LATER_MS, draw()) : (before?.(call) ?? 0)),
    );
  },
};
