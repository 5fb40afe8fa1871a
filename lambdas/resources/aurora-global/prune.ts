import { DeleteDBClusterSnapshotCommand, RDSClient } from '@aws-sdk/client-rds';
import { critical } from '../../aws';
import type { Region } from '../../plan/plan';
import { done, pending, type Acting, type RecoveryPoint, type Saving, type Ways } from '../kind';
import { listPoints } from './points';
import type { AuroraGlobal } from './schema';

/** Deletes recovery points that are older than the plan keeps them, and never the newest good one of a Region (I18). */
export const prune: Acting<AuroraGlobal, Saving> = {
  deadlineSeconds: 600,
  async start(resource, { from, to }, ways) {
    const expired = await listExpired(resource, [from, to], ways);
    for (const { region, id } of expired) {
      await ways.aboutToAct();
      await ways.outside
        .aws(RDSClient, critical(region))
        .send(new DeleteDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier: id }));
    }
    if (expired.length === 0) return done(`no recovery point of ${resource.name} is too old`);
    return done(`too old and deleted: ${expired.map(({ region, id }) => `${id} in ${region}`).join(', ')}`);
  },
  async poll(resource, { from, to }, ways) {
    const expired = await listExpired(resource, [from, to], ways);
    return expired.length === 0
      ? done(`no recovery point of ${resource.name} is too old`)
      : pending(`${expired.length} recovery points of ${resource.name} are too old`);
  },
};

const listExpired = async (
  resource: AuroraGlobal,
  regions: readonly Region[],
  ways: Ways,
): Promise<{ readonly region: Region; readonly id: string }[]> => {
  const keepSeconds = ways.plan.backups.find((backup) => backup.resource === resource.name)?.keepSeconds ?? Infinity;
  const bornBeforeMs = ways.outside.clock.now() - keepSeconds * 1000;
  const found = await Promise.all(
    regions.map(async (region) => {
      const points = await listPoints(resource, region, ways);
      return tooOld(points, bornBeforeMs).map(({ id }) => ({ region, id }));
    }),
  );
  return found.flat();
};

/** Of points newest first, those to delete: without one that is good, none. */
export const tooOld = (points: readonly RecoveryPoint[], bornBeforeMs: number): RecoveryPoint[] => {
  const newestGood = points.findIndex(({ good }) => good);
  if (newestGood === -1) return [];
  return points.slice(newestGood + 1).filter(({ at, state }) => state !== 'making' && Date.parse(at) < bornBeforeMs);
};
