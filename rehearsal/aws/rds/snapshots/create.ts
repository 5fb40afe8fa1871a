import { CreateDBClusterSnapshotCommand } from '@aws-sdk/client-rds';
import { drawMs } from '../../latencies';
import { onlyFields } from '../../not-simulated';
import { operation } from '../../operation';
import { badClusterState, noCluster } from '../errors';
import { clusterArn, clusterKeyArn, type Cluster, type GlobalDatabase } from '../global-database';
import { describe } from './describe';
import { refuseNew, required } from './errors';
import { snapshotArn, VOLUME_GIB, type Snapshot, type Snapshots } from './snapshot';

type FindCluster = (
  region: string,
  id: string,
) => { readonly database: GlobalDatabase; readonly cluster: Cluster } | undefined;

/**
 * `CreateDBClusterSnapshot`: the snapshot is as of now, and available later.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBClusterSnapshot.html
 */
export const createDbClusterSnapshot = (snapshots: Snapshots, findCluster: FindCluster) =>
  operation(CreateDBClusterSnapshotCommand, {
    latency: 'api.write',
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html
    authorize: ({ DBClusterIdentifier = '*', DBClusterSnapshotIdentifier = '*' }, { account, region }) =>
      [clusterArn(region, account, DBClusterIdentifier), snapshotArn(region, account, DBClusterSnapshotIdentifier)].map(
        (resource) => ({ action: 'rds:CreateDBClusterSnapshot', resource }),
      ),
    effect: ({ DBClusterSnapshotIdentifier }) => DBClusterSnapshotIdentifier,
    run: (input, { region, account, world, id: cause }) => {
      onlyFields('CreateDBClusterSnapshot', input, ['DBClusterIdentifier', 'DBClusterSnapshotIdentifier']);
      const id = required(input.DBClusterSnapshotIdentifier, 'DBClusterSnapshotIdentifier');
      const clusterId = required(input.DBClusterIdentifier, 'DBClusterIdentifier');
      refuseNew(snapshots, region, id);
      const found = findCluster(region, clusterId);
      if (!found) throw noCluster(clusterId);
      if (found.cluster.membership === 'rebuilding' || found.database.failover?.to === found.cluster) {
        throw badClusterState(`DB cluster ${clusterId} is not in the available state.`);
      }
      const snapshot: Snapshot = {
        id,
        arn: snapshotArn(region, account, id),
        region,
        clusterId,
        keyArn: clusterKeyArn(region, account),
        createdAt: world.clock.now(),
        sizeGib: VOLUME_GIB,
        status: 'creating',
      };
      snapshots.add(snapshot, drawMs(world, 'rds.snapshot'), [cause]);
      return { DBClusterSnapshot: describe(snapshot) };
    },
  });
