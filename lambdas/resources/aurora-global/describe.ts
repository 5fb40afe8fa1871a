import { DescribeDBClustersCommand, DescribeGlobalClustersCommand, RDSClient } from '@aws-sdk/client-rds';
import { critical, type CallLimits } from '../../aws';
import type { Outside } from '../../outside';
import type { Region } from '../../plan/plan';
import type { AuroraGlobal } from './schema';

/** A global database as one Region's API tells it. */
export interface GlobalDatabase {
  /** The Region that writes; undefined while none is said to. */
  readonly writer?: Region;
  /** A failover in progress, and the Region that is to write after it. */
  readonly failover?: { readonly status: string; readonly to?: Region };
  /** The Regions whose clusters belong to it and are in step. */
  readonly members: readonly Region[];
}

/** Asks `seenFrom`, where a member is: never the lost Region, unless `limits` are those of best effort. */
export const describeGlobal = async (
  resource: AuroraGlobal,
  seenFrom: Region,
  { aws }: Outside,
  limits: CallLimits = critical(seenFrom),
): Promise<GlobalDatabase> => {
  const { GlobalClusters } = await aws(RDSClient, limits).send(
    new DescribeGlobalClustersCommand({ GlobalClusterIdentifier: resource.globalCluster }),
  );
  const found = GlobalClusters?.find(
    ({ GlobalClusterIdentifier }) => GlobalClusterIdentifier === resource.globalCluster,
  );
  const members = found?.GlobalClusterMembers ?? [];
  const { Status: status, ToDbClusterArn } = found?.FailoverState ?? {};
  return {
    writer: regionOf(members.find(({ IsWriter }) => IsWriter)?.DBClusterArn),
    ...(status === undefined ? {} : { failover: { status, to: regionOf(ToDbClusterArn) } }),
    members: members
      .filter(({ SynchronizationStatus }) => SynchronizationStatus !== 'pending-resync')
      .flatMap(({ DBClusterArn }) => regionOf(DBClusterArn) ?? []),
  };
};

/** `arn:aws:rds:us-west-2:111122223333:cluster:orders` → `us-west-2`. */
const regionOf = (arn: string | undefined): Region | undefined => arn?.split(':')[3];

/** One Region's cluster: its ARN, status and how many instances it has; undefined where there is none. */
export const describeCluster = async (
  resource: AuroraGlobal,
  region: Region,
  { aws }: Outside,
): Promise<{ readonly arn: string; readonly status: string; readonly instances: number } | undefined> => {
  const describe = new DescribeDBClustersCommand({ DBClusterIdentifier: resource.clusters[region] });
  const { DBClusters } = await aws(RDSClient, critical(region)).send(describe).catch(noneIfNotFound);
  const cluster = DBClusters?.[0];
  if (!cluster?.DBClusterArn || !cluster.Status) return undefined;
  return { arn: cluster.DBClusterArn, status: cluster.Status, instances: cluster.DBClusterMembers?.length ?? 0 };
};

/** RDS answers a name that it does not know with a fault, not with an empty list. */
const noneIfNotFound = (fault: unknown): { readonly DBClusters: undefined } => {
  if (fault instanceof Error && fault.name === 'DBClusterNotFoundFault') return { DBClusters: undefined };
  throw fault;
};
