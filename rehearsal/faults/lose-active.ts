import type { Fault } from './fault';
import { kill } from './places';

/** Whichever Region was active at the strike; it comes back when nobody waits for it any more. */
export const loseActive: Fault = {
  name: 'lose-active',
  id: 'F32',
  summary: 'the active Region dies, and returns late',
  passes: true,
  strike: ({ cloud: { world }, active }) => kill(world, active),
};
