import { bestEffort } from '../../aws';
import type { Outside } from '../../outside';
import type { Region } from '../../plan/plan';
import { describeGlobal, type GlobalDatabase } from './describe';
import type { AuroraGlobal } from './schema';

/**
 * Why a Region's word that its own cluster writes is not to be believed; undefined where it says no such thing, or may be
 * believed. An old primary that nobody could tell of a failover still takes itself for the primary, and what it writes is
 * lost when the other one returns. Whoever was promoted knows of no other member in step, or whichever of them answers says the same.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html
 */
export const doubtOf = async (
  resource: AuroraGlobal,
  region: Region,
  { writer, failover, members }: GlobalDatabase,
  outside: Outside,
): Promise<string | undefined> => {
  const others = members.filter((member) => member !== region);
  if (writer !== region || failover || others.length === 0) return undefined;
  const heard = await Promise.all(others.map((other) => writerSeenFrom(resource, other, outside)));
  const answers = heard.filter((one) => one !== undefined);
  if (answers.length > 0 && answers.every((one) => one === region)) return undefined;
  const otherwise = others.flatMap((other, index) => (heard[index] ? `${other} says ${heard[index]}` : []));
  const said = otherwise.length > 0 ? otherwise.join(', ') : `${others.join(', ')} could not be asked`;
  return `${resource.name} writes in ${region}, by what RDS says there alone (${said}): it may not have heard of the last failover. Whoever knows that it writes takes ${others.join(', ')} out of ${resource.globalCluster} (aws rds remove-from-global-cluster)`;
};

/** Any of them may be the lost one, so nobody waits long; no answer is unknown (S3, S20). */
const writerSeenFrom = async (
  resource: AuroraGlobal,
  region: Region,
  outside: Outside,
): Promise<Region | undefined> => {
  try {
    return (await describeGlobal(resource, region, outside, bestEffort(region))).writer;
  } catch {
    return undefined;
  }
};
