import { FailoverGlobalClusterCommand, RDSClient } from '@aws-sdk/client-rds';
import { critical } from '../../aws';
import { UnderstudyError } from '../../errors';
import { done, pending, refused, type Acting, type Move, type Progress, type Ways } from '../kind';
import { describeCluster, describeGlobal, type GlobalDatabase } from './describe';
import { doubtOf } from './doubt';
import type { AuroraGlobal } from './schema';

/** The target says itself that it writes, and nobody else does: nothing was changed. */
export class WriterUnconfirmed extends UnderstudyError {
  override readonly name = 'WriterUnconfirmed';
}

/**
 * Makes the target Region's cluster the writer; loses at most the lag that the plan allows (S15).
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html
 */
export const promote: Acting<AuroraGlobal> = {
  deadlineSeconds: 900,
  async start(resource, move, ways) {
    const seen = await describeGlobal(resource, move.to, ways.outside);
    const doubt = await doubtOf(resource, move.to, seen, ways.outside);
    // Tried again for minutes, in which another member may be able to answer.
    if (doubt) throw new WriterUnconfirmed(doubt);
    const before = progressOf(resource, move, seen);
    if (before) return before;
    const objection = object(resource, move) ?? (await ways.suspectAnswers());
    if (objection) return refused(objection);
    const target = await describeCluster(resource, move.to, ways.outside);
    if (!target) return refused(`${resource.name} has no cluster in ${move.to}`);
    await ways.aboutToAct();
    return failOver(resource, target.arn, move, ways);
  },
  async poll(resource, move, { outside }) {
    const seen = await describeGlobal(resource, move.to, outside);
    return progressOf(resource, move, seen) ?? pending(`${resource.name}: ${seen.writer ?? 'nobody'} writes`);
  },
};

/** Where the promotion stands, if it has begun; a failover towards another cluster is not this one. */
const progressOf = (
  resource: AuroraGlobal,
  { to }: Move,
  { writer, failover }: GlobalDatabase,
): Progress | undefined => {
  if (failover) {
    const towards = failover.to === to ? '' : `, towards ${failover.to ?? 'an unknown Region'}`;
    return pending(`${resource.name}: ${failover.status}${towards}`);
  }
  return writer === to ? done(`${resource.name} writes in ${to}`) : undefined;
};

const object = (resource: AuroraGlobal, { lossBoundSeconds, lossAccepted }: Move): string | undefined => {
  if (lossAccepted) return undefined;
  if (!resource.allowDataLoss) return `${resource.name} may lose nothing: allowDataLoss is not set`;
  return lossBoundSeconds === undefined ? `nobody knows how many writes of ${resource.name} would be lost` : undefined;
};

const failOver = async (resource: AuroraGlobal, arn: string, move: Move, { outside }: Ways): Promise<Progress> => {
  const atMost = move.lossBoundSeconds === undefined ? 'an unknown number' : `at most ${move.lossBoundSeconds} s`;
  try {
    await outside.aws(RDSClient, critical(move.to)).send(
      new FailoverGlobalClusterCommand({
        GlobalClusterIdentifier: resource.globalCluster,
        TargetDbClusterIdentifier: arn,
        AllowDataLoss: true,
      }),
    );
  } catch (fault) {
    // The call may have been taken although its answer was lost, and a repeated one is then refused.
    const seen = await describeGlobal(resource, move.to, outside);
    const begun = progressOf(resource, move, seen);
    if (!begun) throw fault;
    return begun;
  }
  return pending(`promotion of ${resource.name} asked for; ${atMost} of writes are lost`);
};
