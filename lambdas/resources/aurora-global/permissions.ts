import type { At } from '../at';
import type { AuroraGlobal } from './schema';

/**
 * What IAM must allow per capability: the function's own Region and the global cluster, which belongs to none.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html
 */
export const permissions = {
  measureLag: ({ clusters }: AuroraGlobal, { region }: At) => (clusters[region] === undefined ? [] : [readLag(region)]),
  readiness: (resource: AuroraGlobal, at: At) => [describeGlobal(resource, at), describeCluster(resource, at)],
  findWriter: (resource: AuroraGlobal, at: At) => [describeGlobal(resource, at)],
  promote: (resource: AuroraGlobal, at: At) => [
    describeGlobal(resource, at),
    describeCluster(resource, at),
    {
      actions: ['rds:FailoverGlobalCluster'],
      resources: [globalArn(resource, at), clusterArn(resource, at)],
    },
  ],
  listPoints: (_: AuroraGlobal, at: At) => [listSnapshots(at, [at.region])],
  backUp: (resource: AuroraGlobal, at: At) => [
    listSnapshots(at, [at.region]),
    {
      actions: ['rds:CreateDBClusterSnapshot'],
      resources: [clusterArn(resource, at), ...points(resource, at, [at.region])],
    },
  ],
  copy: (resource: AuroraGlobal, at: At) => [
    listSnapshots(at, at.workloadRegions),
    { actions: ['rds:CopyDBClusterSnapshot'], resources: points(resource, at, at.workloadRegions) },
  ],
  verify: (_: AuroraGlobal, at: At) => [listSnapshots(at, at.workloadRegions)],
  prune: (resource: AuroraGlobal, at: At) => [
    listSnapshots(at, at.workloadRegions),
    { actions: ['rds:DeleteDBClusterSnapshot'], resources: points(resource, at, at.workloadRegions) },
  ],
};

/** A list names no snapshot, so IAM asks for all of them. */
const listSnapshots = ({ partition, account }: At, regions: readonly string[]) => ({
  actions: ['rds:DescribeDBClusterSnapshots'],
  resources: regions.map((region) => `arn:${partition}:rds:${region}:${account}:cluster-snapshot:*`),
});

const points = ({ name }: AuroraGlobal, { partition, account, recoveryPoints }: At, regions: readonly string[]) =>
  regions.map((region) => `arn:${partition}:rds:${region}:${account}:cluster-snapshot:${recoveryPoints(name)}*`);

const readLag = (region: string) => ({
  actions: ['cloudwatch:GetMetricData'],
  resources: ['*'],
  because: 'CloudWatch has no resource-level permission for reading metrics; the Region limits it instead',
  conditions: { StringEquals: { 'aws:RequestedRegion': region } },
});

const describeGlobal = (resource: AuroraGlobal, at: At) => ({
  actions: ['rds:DescribeGlobalClusters'],
  resources: [globalArn(resource, at)],
});

const describeCluster = (resource: AuroraGlobal, at: At) => ({
  actions: ['rds:DescribeDBClusters'],
  resources: [clusterArn(resource, at)],
});

const globalArn = ({ globalCluster }: AuroraGlobal, { partition, account }: At): string =>
  `arn:${partition}:rds::${account}:global-cluster:${globalCluster}`;

const clusterArn = ({ clusters }: AuroraGlobal, { partition, account, region }: At): string =>
  `arn:${partition}:rds:${region}:${account}:cluster:${clusters[region]}`;
