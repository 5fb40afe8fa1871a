import type { World } from '../../world/world';
import type { CloudWatch, Rds } from '../cloud';
import { commit } from './commit';
import { stopOldWriter } from './fail-over';
import { clusterIn, createGlobalDatabase, type GlobalDatabase } from './global-database';
import { publishLag } from './lag-metrics';
import { describeDbClusters } from './operations/describe-db-clusters';
import { describeGlobalClusters } from './operations/describe-global-clusters';
import { failoverGlobalCluster } from './operations/failover-global-cluster';
import { rebuild } from './rebuild';
import { shipRows } from './ship-rows';

const MINUTE_MS = 60_000;

/** Aurora Global Databases that stand before Understudy is deployed. */
export const createRds = (world: World, account: string, cloudwatch: Pick<CloudWatch, 'put'>): Rds => {
  const databases = new Map<string, GlobalDatabase>();
  const listeners: Parameters<Rds['onCommit']>[0][] = [];
  const named = (id: string): GlobalDatabase => {
    const found = databases.get(id);
    if (found) return found;
    throw new Error(
      `no global cluster ${id}; allowed are ${[...databases.keys()].join(', ') || 'none'}: adopt it first`,
    );
  };
  const databasesIn = (region: string) =>
    [...databases.values()].filter(({ clusters }) => clusters.some((cluster) => cluster.region === region));
  const find = (id: string | undefined, region: string) => databasesIn(region).find((database) => database.id === id);

  return {
    client: 'RDSClient',
    operations: [describeGlobalClusters(databasesIn), describeDbClusters(databasesIn), failoverGlobalCluster(find)],
    resourceTypes: [],
    adopt: (id, clusters, writer) => {
      const database = createGlobalDatabase(account, id, clusters, writer);
      databases.set(id, database);
      const firstMs = Math.floor(world.random(`rds minute of ${id}`)() * MINUTE_MS);
      world.clock.every(MINUTE_MS, () => everyMinute(world, cloudwatch, database), firstMs);
    },
    writer: (id) => {
      const { primary } = named(id);
      return primary.accepts && primary.instances > 0 && world.network.alive(primary.region)
        ? primary.region
        : undefined;
    },
    commit: (id, region, row) => {
      const committed = commit(world, named(id), region, row);
      for (const seen of listeners) seen(id, region, committed);
    },
    onCommit: (seen) => void listeners.push(seen),
    rows: (id, region) => clusterIn(named(id), region).rows,
    lost: (id) => named(id).lost,
    removeInstances: (id, region) => {
      clusterIn(named(id), region).instances = 0;
    },
  };
};

const everyMinute = (world: World, cloudwatch: Pick<CloudWatch, 'put'>, database: GlobalDatabase): void => {
  stopOldWriter(world, database);
  for (const cluster of database.clusters) {
    if (cluster.membership === 'left') rebuild(world, database, cluster);
    shipRows(world, database, cluster);
    publishLag(world, cloudwatch, database, cluster);
  }
};
