import type { DescribeDBClustersCommandOutput, GlobalCluster } from '@aws-sdk/client-rds';
import type { Datum } from '../../../../rehearsal/aws/services/signals';
import type { Rds } from '../../../../rehearsal/aws/services/storage';
import { createKms } from '../../../../rehearsal/aws/kms';
import { createRds } from '../../../../rehearsal/aws/rds/create-rds';
import type { DrivenWorld } from '../../../../rehearsal/world/create-world';
import { ask } from '../ask-service';

const ACCOUNT = '111122223333';

export const EAST = 'us-east-1';
export const WEST = 'us-west-2';
export const EUROPE = 'eu-west-1';

export const clusterArn = (region: string): string => `arn:aws:rds:${region}:${ACCOUNT}:cluster:orders-${region}`;

/** A global database of three clusters that us-east-1 writes, and what it told CloudWatch. */
export const createOrders = (world: DrivenWorld) => {
  const published: { readonly region: string; readonly datum: Datum; readonly seenAt: number }[] = [];
  const put = (region: string, datum: Datum) => void published.push({ region, datum, seenAt: world.clock.now() });
  const kms = createKms(world, ACCOUNT);
  const rds = createRds(world, ACCOUNT, { put }, kms);
  rds.adopt('orders', Object.fromEntries([EAST, WEST, EUROPE].map((region) => [region, `orders-${region}`])), EAST);
  return { rds, kms, published };
};

let rowsWritten = 0;

/** Commits one row and answers its id. */
export const write = (rds: Rds, region: string): string => {
  const id = `row ${++rowsWritten}`;
  rds.commit('orders', region, { id, epoch: 1 });
  return id;
};

export const ids = (rds: Rds, region: string): string[] => rds.rows('orders', region).map(({ id }) => id);

export const failOverTo = (world: DrivenWorld, rds: Rds, region: string, more: object = { AllowDataLoss: true }) =>
  ask(
    world,
    rds,
    'FailoverGlobalClusterCommand',
    { GlobalClusterIdentifier: 'orders', TargetDbClusterIdentifier: clusterArn(region), ...more },
    region,
  ) as { readonly GlobalCluster: GlobalCluster };

export const describeGlobal = (world: DrivenWorld, rds: Rds, seenFrom: string): GlobalCluster | undefined => {
  const input = { GlobalClusterIdentifier: 'orders' };
  const answer = ask(world, rds, 'DescribeGlobalClustersCommand', input, seenFrom);
  return (answer as { GlobalClusters: GlobalCluster[] }).GlobalClusters[0];
};

export const describeCluster = (world: DrivenWorld, rds: Rds, region: string) => {
  const input = { DBClusterIdentifier: `orders-${region}` };
  return (ask(world, rds, 'DescribeDBClustersCommand', input, region) as DescribeDBClustersCommandOutput)
    .DBClusters?.[0];
};

/** The Region that a description calls the writer's. */
export const writerOf = (global: GlobalCluster | undefined): string | undefined =>
  global?.GlobalClusterMembers?.find(({ IsWriter }) => IsWriter)?.DBClusterArn?.split(':')[3];
