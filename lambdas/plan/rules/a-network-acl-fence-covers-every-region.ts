import type { PlanRule, Problem } from '../problem';

/** Whichever Region is lost, its subnets must be known, the ACL that cuts them off, and the one to go back to. */
export const aNetworkAclFenceCoversEveryRegion: PlanRule = ({ regions, resources }) => {
  const workload = regions.map(({ name }) => name);
  return resources.flatMap((resource, at) => {
    if (resource.kind !== 'fence-network-acl') return [];
    return (['subnets', 'open', 'denied'] as const).flatMap((field) => {
      const path = ['resources', at, field] as const;
      const named = Object.keys(resource[field]);
      const absent = workload.filter((region) => !named.includes(region));
      const strange = named.filter((region) => !workload.includes(region));
      return [
        ...strange.map((region): Problem => ({
          path: [...path, region],
          on: 'key',
          wrong: `"${region}" is no Region of the plan`,
          allowed: workload.join(', '),
          fix: 'remove it, or add the Region to regions',
        })),
        ...absent.map((region): Problem => ({
          path,
          wrong: `nothing for ${region}`,
          allowed: `one entry for each of ${workload.join(', ')}`,
          fix: `add "${region}: …"`,
        })),
      ];
    });
  });
};
