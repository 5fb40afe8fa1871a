import { names } from '../../lambdas/plan/names';
import { regionLoss } from './region-loss';
import type { Scenario } from './scenario';

/** The last loop of an observer that is started no more has ended, and its vote is stale. */
const SILENT_SECONDS = 300;

/** Nobody in a third Region can tell of the loss; Route 53's health checkers can, and DNS says what they find. */
export const outsideObserverLost: Scenario = {
  ...regionLoss,
  name: 'outside-observer-lost',
  summary: `the observers outside stop, ${SILENT_SECONDS} s later the active Region; the DNS witness speaks in their place`,
  faults: ['F1', 'F6'],
  needs: { what: 'a plan with a witness', has: ({ witness }) => witness !== undefined },
  strike: ({ cloud: { world }, plan, active, standby }) => {
    world.faults.startMissed = ({ name, region }) =>
      ![active, standby].includes(region) && name === names(plan).handler('observe');
    world.clock.after(SILENT_SECONDS * 1000, () => world.network.kill(active));
  },
  expects: { outcome: 'moved', verdicts: ['wait', 'proceed'] },
};
