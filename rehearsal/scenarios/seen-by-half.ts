import { regionsOf } from '../faults/places';
import type { Scenario, Stage } from './scenario';

/** Shorter than a run waits for certainty. */
const FOR_SECONDS = 300;

/**
 * A link between networks fails. Such partitions, in which everybody lives and only some see each other, are common:
 * https://www.usenix.org/conference/osdi20/presentation/alquraan
 */
export const seenByHalf: Scenario = {
  name: 'seen-by-half',
  journey: 'failover',
  summary: 'half of the other Regions lose the way to the active one, and the rest see it well; nothing moves',
  faults: ['F3'],
  needs: {
    what: 'four Regions beside the active one, two of which are none of the authority',
    has: (plan) => regionsOf(plan).length >= 5 && withoutAuthority(plan.authority.regions, regionsOf(plan)).length >= 2,
  },
  strike: (stage) => {
    const { network, clock } = stage.cloud.world;
    const half = halfOf(stage);
    for (const region of half) {
      network.cut(region, stage.active);
      network.cut(stage.active, region);
    }
    clock.after(FOR_SECONDS * 1000, () => {
      for (const region of half) {
        network.mend(region, stage.active);
        network.mend(stage.active, region);
      }
    });
  },
  expects: { outcome: 'held', users: 'undisturbed', verdicts: ['wait', 'hold'], because: /nobody reports its loss/ },
  watchSecondsMax: 900,
};

/** The standby, so that somebody is woken up, and others that the lease does not need. */
const halfOf = ({ plan, active, standby }: Stage): readonly string[] => {
  const others = regionsOf(plan).filter((region) => region !== active);
  const [beside] = withoutAuthority([...plan.authority.regions, standby], others);
  return beside === undefined ? [standby] : [standby, beside];
};

const withoutAuthority = (authority: readonly string[], regions: readonly string[]): readonly string[] =>
  regions.filter((region) => !authority.includes(region));
