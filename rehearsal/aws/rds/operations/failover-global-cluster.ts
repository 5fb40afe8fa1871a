import { FailoverGlobalClusterCommand, type FailoverGlobalClusterCommandInput } from '@aws-sdk/client-rds';
import { onlyFields } from '../../not-simulated';
import { operation, type Call } from '../../operation';
import { badClusterState, badGlobalState, badRequestError, noCluster, noGlobalCluster } from '../errors';
import { failOver } from '../fail-over';
import type { Cluster, GlobalDatabase } from '../global-database';
import { seenFrom } from '../seen-from';

/**
 * `FailoverGlobalCluster`: with `AllowDataLoss` a failover, asked of the target's Region; else a switchover, asked of the
 * primary's.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_FailoverGlobalCluster.html
 */
export const failoverGlobalCluster = (find: (id: string | undefined, region: string) => GlobalDatabase | undefined) =>
  operation(FailoverGlobalClusterCommand, {
    latency: 'api.write',
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html
    authorize: ({ GlobalClusterIdentifier, TargetDbClusterIdentifier }, { account }) => [
      {
        action: 'rds:FailoverGlobalCluster',
        resource: `arn:aws:rds::${account}:global-cluster:${GlobalClusterIdentifier ?? '*'}`,
      },
      { action: 'rds:FailoverGlobalCluster', resource: TargetDbClusterIdentifier ?? '*' },
    ],
    effect: ({ GlobalClusterIdentifier }) => GlobalClusterIdentifier,
    run: (input, call) => {
      const fields = ['GlobalClusterIdentifier', 'TargetDbClusterIdentifier', 'AllowDataLoss', 'Switchover'] as const;
      onlyFields('FailoverGlobalCluster', input, fields);
      const database = find(required(input, 'GlobalClusterIdentifier'), call.region);
      if (!database) throw noGlobalCluster(String(input.GlobalClusterIdentifier));
      const target = targetOf(input, database);
      const lossy = isLossy(input);
      refuseWrongState(database, target);
      (lossy ? refuseFailover : refuseSwitchover)(database, target, call);
      failOver(call.world, database, target, lossy, call.id);
      return { GlobalCluster: seenFrom(database, call.region) };
    },
  });

const isLossy = ({ AllowDataLoss = false, Switchover = false }: FailoverGlobalClusterCommandInput): boolean => {
  if (!AllowDataLoss || !Switchover) return AllowDataLoss;
  throw badRequestError('InvalidParameterCombination', 'AllowDataLoss and Switchover cannot be specified together.');
};

const targetOf = (input: FailoverGlobalClusterCommandInput, { clusters }: GlobalDatabase): Cluster => {
  const wanted = required(input, 'TargetDbClusterIdentifier');
  const found = clusters.find(({ arn, membership }) => arn === wanted && membership !== 'left');
  // Only an ARN tells in which Region the cluster is.
  if (!found) throw noCluster(wanted);
  return found;
};

/** Which of these errors AWS answers to which state is assumed; the operation declares both. */
const refuseWrongState = ({ id, failover, primary }: GlobalDatabase, target: Cluster): void => {
  if (failover) throw badGlobalState(`Global cluster ${id} is already ${failover.status}.`);
  if (target === primary) throw badClusterState(`${target.id} is already the primary cluster of ${id}.`);
  if (target.membership === 'rebuilding') throw badClusterState(`${target.id} is being rebuilt.`);
  if (target.instances === 0)
    throw badClusterState(`${target.id} has no DB instances; a headless cluster cannot be promoted.`);
};

const refuseFailover = (_: GlobalDatabase, target: Cluster, { region }: Call): void => {
  if (region === target.region) return;
  throw badRequestError(
    'InvalidParameterValue',
    `A failover to ${target.arn} must be requested in ${target.region}, not ${region}.`,
  );
};

const refuseSwitchover = ({ id, primary }: GlobalDatabase, target: Cluster, { region, world }: Call): void => {
  if (!world.network.reaches(primary.region, target.region)) {
    throw badGlobalState(`Global cluster ${id} cannot be switched over: its primary cluster is not available.`);
  }
  if (region === primary.region) return;
  throw badRequestError(
    'InvalidParameterValue',
    `A switchover of ${id} must be requested in ${primary.region}, not ${region}.`,
  );
};

const required = (
  input: FailoverGlobalClusterCommandInput,
  name: 'GlobalClusterIdentifier' | 'TargetDbClusterIdentifier',
): string => {
  const value = input[name];
  if (value) return value;
  throw badRequestError('MissingParameter', `The request must contain the parameter ${name}.`);
};
