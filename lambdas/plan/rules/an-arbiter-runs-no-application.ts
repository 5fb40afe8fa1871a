import type { PlanRule } from '../problem';

/** One Region that decides alone must not be one that a failover could have to leave. */
export const anArbiterRunsNoApplication: PlanRule = ({ regions, authority }) => {
  const [arbiter, ...others] = authority.regions;
  const workload = regions.map(({ name }) => name);
  if (arbiter === undefined || others.length > 0 || !workload.includes(arbiter)) return [];
  return [
    {
      path: ['authority', 'regions', 0],
      wrong: `${arbiter} runs the application, so its loss would take the only table that may decide about it (S9)`,
      allowed: `one Region other than ${workload.join(', ')}, or three Regions`,
      fix: 'choose a Region near the others that does not run the application',
    },
  ];
};
