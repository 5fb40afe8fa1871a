import type { PlanRule } from '../problem';

/** A loss needs a vote from outside both the suspect and the target, and the authority's own stacks a Region that is neither (S1). */
export const oneObserverIsOutside: PlanRule = ({ regions, authority }) => {
  const workload = regions.map(({ name }) => name);
  const isArbiter = authority.regions.length === 1;
  if (isArbiter || authority.regions.some((region) => !workload.includes(region))) return [];
  return [
    {
      path: ['authority', 'regions'],
      wrong:
        'every Region here also runs the application, so no observer is outside of the suspect and the target (S1)',
      allowed: `at least one Region other than ${workload.join(', ')}`,
      fix: 'choose authority Regions of which one does not run the application',
    },
  ];
};
