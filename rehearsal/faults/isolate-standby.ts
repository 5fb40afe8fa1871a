import type { Fault } from './fault';
import { cut } from './places';

/** It lives and sees nobody; others see nothing of it. */
export const isolateStandby: Fault = {
  name: 'isolate-standby',
  id: 'F5',
  summary: 'the standby Region is cut off from everybody',
  passes: true,
  strike: ({ cloud: { world }, standby }) => {
    const mends = [cut(world, '*', standby), cut(world, standby, '*')];
    return () => mends.forEach((mend) => mend());
  },
};
