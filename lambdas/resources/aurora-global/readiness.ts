import type { Outside } from '../../outside';
import type { Region } from '../../plan/plan';
import type { Readiness } from '../kind';
import { describeCluster, describeGlobal, type GlobalDatabase } from './describe';
import { doubtOf } from './doubt';
import type { AuroraGlobal } from './schema';

/** A cluster can be promoted when it is a member in step, available, and has an instance: a headless one cannot (S18). */
export const readiness = async (resource: AuroraGlobal, region: Region, outside: Outside): Promise<Readiness> => {
  const [cluster, global] = await Promise.all([
    describeCluster(resource, region, outside),
    describeGlobal(resource, region, outside),
  ]);
  const doubt = await doubtOf(resource, region, global, outside);
  const judged = judge(resource.name, region, cluster, global);
  const said = doubt && judged.says === 'ready' ? ({ says: 'unknown', because: doubt } as const) : judged;
  return { resource: resource.name, region, ...said };
};

const judge = (
  name: string,
  region: Region,
  cluster: { status: string; instances: number } | undefined,
  { members, failover }: GlobalDatabase,
): Pick<Readiness, 'says' | 'because'> => {
  if (!cluster) return { says: 'not-ready', because: `${name} has no cluster in ${region}` };
  if (cluster.instances === 0) return { says: 'not-ready', because: `${name} has no instance in ${region}` };
  // Aurora takes no second failover while one is on its way: InvalidGlobalClusterStateFault,
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_FailoverGlobalCluster.html
  if (failover && failover.to !== region) {
    const because = `${name} is ${failover.status} towards ${failover.to ?? 'an unknown Region'}, and cannot go elsewhere until that ends`;
    return { says: 'not-ready', because };
  }
  if (!members.includes(region)) {
    return { says: 'not-ready', because: `${name} in ${region} is no member in step of its global database` };
  }
  if (cluster.status !== 'available')
    return { says: 'not-ready', because: `${name} is ${cluster.status} in ${region}` };
  return { says: 'ready', because: `${name} is available with ${cluster.instances} instances in ${region}` };
};
