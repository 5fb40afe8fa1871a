import type { Fault } from './fault';
import { refuseCalls } from './refuse-calls';

/** This share of all calls, in every Region. */
const SHARE = 0.05;

/** When a Region is lost, everybody calls AWS at once; each service says so by its own codes. */
export const throttle: Fault = {
  id: 'F24',
  summary: `${SHARE * 100} % of all calls to AWS are throttled`,
  strike: ({ cloud: { world } }) => {
    const draw = world.random('throttled calls');
    const drawCode = world.random('codes of throttled calls');
    refuseCalls(
      world,
      () => draw() < SHARE,
      ({ throttled }) => throttled[Math.floor(drawCode() * throttled.length)] ?? throttled[0],
    );
  },
};
