import type { Plan, Region } from './plan';

/** Where the application lives on an ordinary day. */
export const preferredRegion = ({ regions }: Pick<Plan, 'regions'>): Region =>
  (regions.find(({ share }) => share > 0) ?? regions[0]!).name;
