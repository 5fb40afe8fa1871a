import type { Plan, Region } from './plan';
import { switchRegions } from './switch-regions';

/** Every Region that Understudy is deployed to, each with an observer: the workload's, the authority's and the switches'. */
export const observerRegions = (plan: Pick<Plan, 'regions' | 'authority'>): readonly Region[] => [
  ...new Set([...plan.regions.map(({ name }) => name), ...plan.authority.regions, ...switchRegions(plan)]),
];
