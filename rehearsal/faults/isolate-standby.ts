import type { Fault } from './fault';
import { isolate } from './places';

/** It lives and sees nobody; others see nothing of it. */
export const isolateStandby: Fault = {
  name: 'isolate-standby',
  id: 'F5',
  summary: 'the standby Region is cut off from everybody',
  passes: true,
  strike: ({ cloud: { world }, standby }) => isolate(world, standby),
};
