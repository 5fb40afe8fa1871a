import { DescribeDBClustersCommand, DescribeGlobalClustersCommand, RDSClient } from '@aws-sdk/client-rds';
import { critical } from '../../aws';
import type { Outside } from '../../outside';
import type { Region } from '../../plan/plan';
import type { AuroraGlobal } from './schema';

/** A global database as one Region's API tells it. */
export interface GlobalDatabase {
  /** The Region that writes; undefined while none is said to. */
  readonly writer?: Region;
  /** The status of a failover in progress. */
  readonly failover?: string;
}

/** Asks `seenFrom`, which is never the lost Region: any member's Region can tell. */
export const describeGlobal = async (
  resource: AuroraGlobal,
  seenFrom: Region,
  { aws }: Outside,
): Promise<GlobalDatabase> => {
  const { GlobalClusters } = await aws(RDSClient, critical(seenFrom)).send(
    new DescribeGlobalClustersCommand({ GlobalClusterIdentifier: resource.globalCluster }),
  );
  const found = GlobalClusters?.find(
    ({ GlobalClusterIdentifier }) => GlobalClusterIdentifier === resource.globalCluster,
  );
  const writerArn = found?.GlobalClusterMembers?.find(({ IsWriter }) => IsWriter)?.DBClusterArn;
  return { writer: writerArn === undefined ? undefined : regionOf(writerArn), failover: found?.FailoverState?.Status };
};

/** `arn:aws:rds:us-west-2:111122223333:cluster:orders` → `us-west-2`. */
const regionOf = (arn: string): Region | undefined => arn.split(':')[3];

/** One Region's cluster: its ARN, status and how many instances it has. */
export const describeCluster = async (
  resource: AuroraGlobal,
  region: Region,
  { aws }: Outside,
): Promise<{ readonly arn: string; readonly status: string; readonly instances: number } | undefined> => {
  const { DBClusters } = await aws(RDSClient, critical(region)).send(
    new DescribeDBClustersCommand({ DBClusterIdentifier: resource.clusters[region] }),
  );
  const cluster = DBClusters?.[0];
  if (!cluster?.DBClusterArn || !cluster.Status) return undefined;
  return { arn: cluster.DBClusterArn, status: cluster.Status, instances: cluster.DBClusterMembers?.length ?? 0 };
};
