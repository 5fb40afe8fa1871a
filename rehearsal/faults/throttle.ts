import type { Fault } from './fault';
import { refuseCalls, throttledBy } from './refuse-calls';

/** This share of all calls, in every Region. */
const SHARE = 0.05;

/** When a Region is lost, everybody calls AWS at once; each service says so by its own codes. */
export const throttle: Fault = {
  name: 'throttle',
  id: 'F24',
  summary: `${SHARE * 100} % of all calls to AWS are throttled`,
  strike: ({ cloud: { world } }, draw) => refuseCalls(world, () => draw() < SHARE, throttledBy(draw)),
};
