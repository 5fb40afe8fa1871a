import { suggest } from '../did-you-mean';
import type { Region } from '../plan';
import type { PlanRule, Problem } from '../problem';

/** A Region without a cluster could not be promoted; a cluster elsewhere would never be looked at. */
export const auroraHasAClusterInEveryRegion: PlanRule = ({ regions, resources }) => {
  const workload = regions.map(({ name }) => name);
  return resources.flatMap((resource, at) => {
    if (resource.kind !== 'aurora-global') return [];
    const named = Object.keys(resource.clusters);
    const path = ['resources', at, 'clusters'] as const;
    const absent = workload.filter((region) => !named.includes(region));
    const strange = named.filter((region) => !workload.includes(region));
    return [
      ...strange.map((region): Problem => ({
        path: [...path, region],
        on: 'key',
        ...noRegionOfThePlan(region, workload),
      })),
      ...absent.map((region): Problem => ({ path, ...noCluster(region, workload) })),
    ];
  });
};

const noRegionOfThePlan = (region: Region, workload: readonly Region[]) => ({
  wrong: `"${region}" is no Region of the plan`,
  allowed: workload.join(', '),
  fix: suggest(region, workload, 'remove it, or add the Region to regions'),
});

const noCluster = (region: Region, workload: readonly Region[]) => ({
  wrong: `no cluster in ${region}`,
  allowed: `one cluster for each of ${workload.join(', ')}`,
  fix: `add "${region}: <DBClusterIdentifier>"`,
});
