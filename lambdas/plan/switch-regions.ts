import type { Plan, Region } from './plan';

/** The three Regions whose alarms tell Route 53 who gets users: the authority's, unless the plan names others. */
export const switchRegions = ({ authority }: Pick<Plan, 'authority'>): readonly Region[] =>
  authority.switches ?? authority.regions;
