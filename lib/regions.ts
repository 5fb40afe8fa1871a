import type { Plan, Region } from '../lambdas/plan/plan';
import { observerRegions } from '../lambdas/plan/observer-regions';

/** The Regions that the application runs in, in order of preference. */
export const workloadRegions = ({ regions }: Pick<Plan, 'regions'>): readonly Region[] =>
  regions.map(({ name }) => name);

/** Every Region that Understudy is deployed to. */
export const allRegions = observerRegions;

/** Where the authority's table and the DNS records are deployed from: not a Region that a failover could lose. */
export const neutralRegion = (plan: Pick<Plan, 'regions' | 'authority'>): Region => {
  const neutral = plan.authority.regions.find((region) => !workloadRegions(plan).includes(region));
  if (neutral === undefined) {
    throw new Error(
      `authority.regions: ${plan.authority.regions.join(', ')} all run the workload; at least one must not (S1)`,
    );
  }
  return neutral;
};
