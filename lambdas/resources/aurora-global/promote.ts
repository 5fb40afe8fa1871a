import { FailoverGlobalClusterCommand, RDSClient } from '@aws-sdk/client-rds';
import { critical } from '../../aws';
import { done, pending, refused, type Acting } from '../kind';
import { describeCluster, describeGlobal } from './describe';
import type { AuroraGlobal } from './schema';

/**
 * Makes the target Region's cluster the writer; loses at most the lag that the plan allows (S15).
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html
 */
export const promote: Acting<AuroraGlobal> = {
  deadlineSeconds: 900,
  async start(resource, { to, lossBoundSeconds }, { outside }) {
    const { writer, failover } = await describeGlobal(resource, to, outside);
    if (writer === to) return done(`${resource.name} already writes in ${to}`);
    if (failover) return pending(`${resource.name}: ${failover} since before this call`);
    if (!resource.allowDataLoss) return refused(`${resource.name} may lose nothing: allowDataLoss is not set`);
    if (lossBoundSeconds === undefined)
      return refused(`nobody knows how many writes of ${resource.name} would be lost`);
    const target = await describeCluster(resource, to, outside);
    if (!target) return refused(`${resource.name} has no cluster in ${to}`);
    await outside.aws(RDSClient, critical(to)).send(
      new FailoverGlobalClusterCommand({
        GlobalClusterIdentifier: resource.globalCluster,
        TargetDbClusterIdentifier: target.arn,
        AllowDataLoss: true,
      }),
    );
    return pending(`promotion of ${resource.name} asked for; at most ${lossBoundSeconds} s of writes are lost`);
  },
  async poll(resource, { to }, { outside }) {
    const { writer, failover } = await describeGlobal(resource, to, outside);
    if (writer === to && !failover) return done(`${resource.name} writes in ${to}`);
    return pending(`${resource.name}: ${failover ?? 'no failover is reported'}, ${writer ?? 'nobody'} writes`);
  },
};
