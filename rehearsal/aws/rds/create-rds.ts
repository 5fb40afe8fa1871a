import type { World } from '../../world/world';
import type { Kms } from '../services/security';
import type { CloudWatch } from '../services/signals';
import type { Rds } from '../services/storage';
import { commit } from './commit';
import { stopOldWriter } from './fail-over';
import { clusterIn, clusterKeyArn, createGlobalDatabase, type GlobalDatabase } from './global-database';
import { publishLag } from './lag-metrics';
import { describeDbClusters } from './operations/describe-db-clusters';
import { describeGlobalClusters } from './operations/describe-global-clusters';
import { failoverGlobalCluster } from './operations/failover-global-cluster';
import { rebuild } from './rebuild';
import { shipRows } from './ship-rows';
import { copyDbClusterSnapshot } from './snapshots/copy';
import { createDbClusterSnapshot } from './snapshots/create';
import { deleteDbClusterSnapshot } from './snapshots/delete';
import { describeDbClusterSnapshots } from './snapshots/describe';
import { createSnapshots, snapshotArn, VOLUME_GIB } from './snapshots/snapshot';

const MINUTE_MS = 60_000;

/** Aurora Global Databases that stand before Understudy is deployed. */
export const createRds = (
  world: World,
  account: string,
  cloudwatch: Pick<CloudWatch, 'put'>,
  kms: Pick<Kms, 'find'>,
): Rds => {
  const snapshots = createSnapshots(world);
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
  const findCluster = (region: string, id: string) =>
    databasesIn(region)
      .map((database) => ({ database, cluster: clusterIn(database, region) }))
      .find(({ cluster }) => cluster.id === id);

  return {
    client: 'RDSClient',
    operations: [
      describeGlobalClusters(databasesIn),
      describeDbClusters(databasesIn),
      failoverGlobalCluster(find),
      createDbClusterSnapshot(snapshots, findCluster),
      copyDbClusterSnapshot(snapshots, kms),
      describeDbClusterSnapshots(snapshots),
      deleteDbClusterSnapshot(snapshots),
    ],
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
    primaryRows: (id) => named(id).primary.rows,
    slowReplication: (id, region, byMs) => {
      clusterIn(named(id), region).slowedByMs = byMs;
    },
    adoptSnapshot: (region, { id, cluster }) => {
      const arn = snapshotArn(region, account, id);
      const createdAt = world.clock.now();
      const keyArn = clusterKeyArn(region, account);
      const old = { id, arn, region, clusterId: cluster, keyArn, createdAt, sizeGib: VOLUME_GIB } as const;
      snapshots.add({ ...old, status: 'available' }, 0, []);
    },
    snapshots: (region) =>
      snapshots
        .in(region)
        .filter(({ status }) => status === 'available')
        .map(({ id }) => id),
    onDeleteSnapshot: snapshots.onRemove,
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
