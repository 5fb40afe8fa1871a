import type { Scenario } from './scenario';

/** The standby Region lives, and is cut off from the world: to its observer, everybody else is lost. */
export const partitionOfStandby: Scenario = {
  name: 'partition-of-standby',
  journey: 'failover',
  summary: 'the standby is cut off from all other Regions and the internet; it must not think that it is alone',
  faults: ['F5'],
  strike: ({ cloud: { world }, standby }) => {
    world.network.cut(standby, '*');
    world.network.cut('*', standby);
  },
  expects: { outcome: 'held', users: 'undisturbed', because: /there is nothing to move/ },
  watchSecondsMax: 420,
};
