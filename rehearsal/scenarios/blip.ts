import type { Scenario } from './scenario';

/** GitHub's partition of 2018-10-21 lasted this long, and took 24 hours to repair. */
const BLIP_SECONDS = 43;

/** The active Region is cut off for 43 seconds and comes back. */
export const blip: Scenario = {
  name: 'blip',
  journey: 'failover',
  summary: `the active Region is silent for ${BLIP_SECONDS} s; nothing may move`,
  faults: ['F7'],
  strike: ({ cloud: { world }, active }) => {
    world.network.cut('*', active);
    world.network.cut(active, '*');
    world.clock.after(BLIP_SECONDS * 1000, () => {
      world.network.mend('*', active);
      world.network.mend(active, '*');
    });
  },
  expects: {
    outcome: 'held',
    started: 'by an alarm',
    verdicts: ['wait', 'hold'],
    because: /nobody reports its loss/,
  },
  watchSecondsMax: 600,
};
