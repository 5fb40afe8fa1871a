import { names } from '../../lambdas/plan/names';
import type { Scenario } from './scenario';

/** One start of `hold-gate` does not happen; the run before it must bridge the hole. */
export const gateHolderLate: Scenario = {
  name: 'gate-holder-late',
  journey: 'failover',
  summary: 'one start of the function that holds the gate is missed; writes must never stop',
  faults: ['F38'],
  strike: ({ cloud, plan, active }) => {
    let missed = 0;
    cloud.world.faults.startMissed = ({ name, region }) =>
      region === active && name.startsWith(names(plan).handler('hold-gate')) && missed++ === 0;
  },
  expects: { outcome: 'held', started: 'never', users: 'undisturbed' },
  // The next start but one, the longest gap between two starts, and the time for which a gate stays open.
  watchSecondsMax: 420,
};
