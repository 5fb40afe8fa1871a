import { DescribeGlobalClustersCommand } from '@aws-sdk/client-rds';
import { onlyFields } from '../../not-simulated';
import { operation } from '../../operation';
import { noGlobalCluster } from '../errors';
import type { GlobalDatabase } from '../global-database';
import { seenFrom } from '../seen-from';

/**
 * `DescribeGlobalClusters`, which any Region answers that has a member cluster.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeGlobalClusters.html
 */
export const describeGlobalClusters = (databasesIn: (region: string) => readonly GlobalDatabase[]) =>
  operation(DescribeGlobalClustersCommand, {
    latency: 'api.read',
    authorize: ({ GlobalClusterIdentifier: id = '*' }, { account }) => [
      { action: 'rds:DescribeGlobalClusters', resource: `arn:aws:rds::${account}:global-cluster:${id}` },
    ],
    run: (input, { region }) => {
      onlyFields('DescribeGlobalClusters', input, ['GlobalClusterIdentifier']);
      const { GlobalClusterIdentifier: wanted } = input;
      const found = databasesIn(region).filter(({ id }) => wanted === undefined || id === wanted);
      if (wanted !== undefined && found.length === 0) throw noGlobalCluster(wanted);
      return { GlobalClusters: found.map((database) => seenFrom(database, region)) };
    },
  });
