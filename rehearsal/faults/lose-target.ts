import type { Fault } from './fault';
import { kill } from './places';

/** In the middle of a move the run dies with it. */
export const loseTarget: Fault = {
  name: 'lose-target',
  id: 'F29',
  summary: 'the Region that would take over, or is about to, dies',
  passes: true,
  strike: ({ cloud: { world }, standby }) => kill(world, standby),
};
