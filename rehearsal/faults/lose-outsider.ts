import type { Fault } from './fault';
import { kill, oneOf, regionsOf } from './places';

/** An observer, a replica of the authority and a switch die together. */
export const loseOutsider: Fault = {
  name: 'lose-outsider',
  id: 'F6',
  summary: 'a Region that runs no application dies',
  passes: true,
  strike: ({ cloud: { world }, plan }, draw) => {
    const outside = regionsOf(plan).filter((region) => plan.regions.every(({ name }) => name !== region));
    return kill(world, oneOf(outside, draw()));
  },
};
