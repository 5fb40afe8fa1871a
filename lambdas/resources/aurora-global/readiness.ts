import type { Outside } from '../../outside';
import type { Region } from '../../plan/plan';
import type { Readiness } from '../kind';
import { describeCluster } from './describe';
import type { AuroraGlobal } from './schema';

/** A cluster can be promoted when it is available and has an instance: a headless one cannot (S18). */
export const readiness = async (resource: AuroraGlobal, region: Region, outside: Outside): Promise<Readiness> => {
  const cluster = await describeCluster(resource, region, outside);
  return { resource: resource.name, region, ...judge(resource.name, region, cluster) };
};

const judge = (
  name: string,
  region: Region,
  cluster: { status: string; instances: number } | undefined,
): Pick<Readiness, 'says' | 'because'> => {
  if (!cluster) return { says: 'not-ready', because: `${name} has no cluster in ${region}` };
  if (cluster.instances === 0) return { says: 'not-ready', because: `${name} has no instance in ${region}` };
  if (cluster.status !== 'available')
    return { says: 'not-ready', because: `${name} is ${cluster.status} in ${region}` };
  return { says: 'ready', because: `${name} is available with ${cluster.instances} instances in ${region}` };
};
