import { DescribeDBClustersCommand, type DBCluster } from '@aws-sdk/client-rds';
import { onlyFields } from '../../not-simulated';
import { operation } from '../../operation';
import { noCluster } from '../errors';
import { clusterIn, ENGINE, type Cluster, type GlobalDatabase } from '../global-database';

/**
 * `DescribeDBClusters` of the clusters in one Region.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusters.html
 */
export const describeDbClusters = (databasesIn: (region: string) => readonly GlobalDatabase[]) =>
  operation(DescribeDBClustersCommand, {
    latency: 'api.read',
    authorize: ({ DBClusterIdentifier: id = '*' }, { account, region }) => [
      {
        action: 'rds:DescribeDBClusters',
        resource: id.startsWith('arn:') ? id : `arn:aws:rds:${region}:${account}:cluster:${id}`,
      },
    ],
    run: (input, { region }) => {
      onlyFields('DescribeDBClusters', input, ['DBClusterIdentifier']);
      const { DBClusterIdentifier: wanted } = input;
      const found = databasesIn(region)
        .map((database) => ({ database, cluster: clusterIn(database, region) }))
        .filter(({ cluster }) => wanted === undefined || cluster.id === wanted || cluster.arn === wanted);
      if (wanted !== undefined && found.length === 0) throw noCluster(wanted);
      return { DBClusters: found.map(({ database, cluster }) => describe(database, cluster)) };
    },
  });

const describe = (database: GlobalDatabase, cluster: Cluster): DBCluster => ({
  DBClusterIdentifier: cluster.id,
  DBClusterArn: cluster.arn,
  Status: statusOf(database, cluster),
  ...ENGINE,
  MultiAZ: cluster.instances > 1,
  GlobalClusterIdentifier: database.id,
  DBClusterMembers: Array.from({ length: cluster.instances }, (_, index) => ({
    DBInstanceIdentifier: `${cluster.id}-${index + 1}`,
    IsClusterWriter: cluster.accepts && index === 0,
  })),
});

/**
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/accessing-monitoring.html lists the values; which of them
 * a promotion and a rebuilding show is assumed.
 */
const statusOf = ({ failover }: GlobalDatabase, cluster: Cluster): string => {
  if (cluster.membership === 'rebuilding') return 'creating';
  return failover?.to === cluster ? 'promoting' : 'available';
};
