import { allRegions } from '../../lib/regions';
import { cut } from '../faults/places';
import { regionLoss } from './region-loss';
import type { Scenario } from './scenario';

/** Longer than a loss must last, and short enough for the move to come within the RTO. */
const BLIND_SECONDS = 240;

/** Observers outside are blind when the active Region falls silent: that they see nothing is no second word for its loss (S2). */
export const lossWhileBlind: Scenario = {
  ...regionLoss,
  name: 'loss-while-blind',
  summary: `the active Region falls silent while an observer outside reaches nobody for ${BLIND_SECONDS} s; who sees nothing confirms nothing`,
  faults: ['F1', 'F11'],
  strike: (stage) => {
    const { cloud, plan } = stage;
    const isOutside = (region: string) => !plan.regions.some(({ name }) => name === region);
    const mend = cut(cloud.world, allRegions(plan).find(isOutside)!, 'internet');
    cloud.world.clock.after(BLIND_SECONDS * 1000, mend);
    regionLoss.strike(stage);
  },
  expects: { outcome: 'moved', verdicts: ['wait', 'proceed'] },
};
