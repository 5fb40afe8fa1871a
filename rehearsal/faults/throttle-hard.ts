import type { Fault } from './fault';
import { between, oneOf, regionsOf } from './places';
import { refuseCalls, throttledBy } from './refuse-calls';

/** This share of calls. */
const SHARE = [0.2, 0.9] as const;

/** After a Region was lost, its neighbours have no room for everybody who comes. */
export const throttleHard: Fault = {
  name: 'throttle-hard',
  id: 'F24',
  summary: 'most calls to AWS in one Region are throttled',
  passes: true,
  strike: ({ cloud: { world }, plan }, draw) => {
    const crowded = oneOf(regionsOf(plan), draw());
    const share = between(SHARE, draw());
    return refuseCalls(world, ({ region }) => region === crowded && draw() < share, throttledBy(draw));
  },
};
