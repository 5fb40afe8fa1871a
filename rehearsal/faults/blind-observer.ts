import type { Fault } from './fault';
import { cut, oneOf, regionsOf } from './places';

/** Its own blindness is not somebody else's death. */
export const blindObserver: Fault = {
  name: 'blind-observer',
  id: 'F11',
  summary: 'one Region reaches nobody on the internet',
  passes: true,
  strike: ({ cloud: { world }, plan }, draw) => cut(world, oneOf(regionsOf(plan), draw()), 'internet'),
};
