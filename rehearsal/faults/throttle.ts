import type { Fault } from './fault';
import { refuseCalls, THROTTLED } from './refuse-calls';

/** This share of all calls, in every Region. */
const SHARE = 0.05;

/** When a Region is lost, everybody calls AWS at once. */
export const throttle: Fault = {
  id: 'F24',
  summary: `${SHARE * 100} % of all calls to AWS are throttled`,
  strike: ({ cloud: { world } }) => {
    const draw = world.random('throttled calls');
    refuseCalls(world, () => draw() < SHARE, THROTTLED);
  },
};
