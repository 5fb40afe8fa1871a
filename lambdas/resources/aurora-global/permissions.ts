import type { AuroraGlobal } from './schema';

/** Where a function runs that uses this kind, and the Regions of the workload. */
interface At {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
  readonly workloadRegions: readonly string[];
}

/**
 * What IAM must allow per capability. Actions and ARN forms:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html
 */
export const permissions = {
  measureLag: (_: AuroraGlobal, { workloadRegions }: At) => [
    {
      actions: ['cloudwatch:GetMetricData'],
      resources: ['*'],
      because: 'CloudWatch has no resource-level permission for reading metrics, so only the Regions are limited',
      // The lag is measured at the secondary, wherever the observer is.
      conditions: { StringEquals: { 'aws:RequestedRegion': workloadRegions } },
    },
  ],
  readiness: (resource: AuroraGlobal, at: At) => [describe(resource, at)],
  findWriter: (resource: AuroraGlobal, at: At) => [describe(resource, at)],
  promote: (resource: AuroraGlobal, at: At) => [
    describe(resource, at),
    { actions: ['rds:FailoverGlobalCluster'], resources: [globalArn(resource, at), ...clusterArns(resource, at)] },
  ],
};

const describe = (resource: AuroraGlobal, at: At) => ({
  actions: ['rds:DescribeGlobalClusters', 'rds:DescribeDBClusters'],
  resources: [globalArn(resource, at), ...clusterArns(resource, at)],
});

/** A global cluster belongs to no Region. */
const globalArn = ({ globalCluster }: AuroraGlobal, { partition, account }: At): string =>
  `arn:${partition}:rds::${account}:global-cluster:${globalCluster}`;

/** The member cluster of the function's own Region; the others' Regions may be lost. */
const clusterArns = ({ clusters }: AuroraGlobal, { partition, account, region }: At): string[] => {
  const cluster = clusters[region];
  return cluster === undefined ? [] : [`arn:${partition}:rds:${region}:${account}:cluster:${cluster}`];
};
