import { z } from 'zod';
import { names } from '../../lambdas/plan/names';
import type { Plan } from '../../lambdas/plan/plan';
import type { DynamoDb, Rds } from '../aws/services/storage';
import type { World } from '../world/world';

/** A recovery point, in one of the Regions that keep it. */
export interface PointState {
  readonly region: string;
  readonly id: string;
}

/** A recovery point was deleted; `left` are the whole ones of every Region afterwards. */
export interface Deletion extends PointState {
  readonly atMs: number;
  readonly left: readonly PointState[];
}

/** A record that must stay was taken away or written over. */
export interface Erasure {
  readonly atMs: number;
  readonly what: string;
}

const activeRecord = z.object({ active: z.string(), epoch: z.number() });
const stateBefore = z.object({ before: z.record(z.string(), z.unknown()) });

/** Where things can be deleted or written over. */
interface Watched {
  readonly world: Pick<World, 'clock'>;
  readonly rds: Pick<Rds, 'onDeleteSnapshot' | 'snapshots'>;
  readonly dynamodb: Pick<DynamoDb, 'onWrite'>;
}

/** Watches what is deleted, and which records are written over that must stay. */
export const watchDeletions = ({ world, rds, dynamodb }: Watched, plan: Plan) => {
  const deletions: Deletion[] = [];
  const erasures: Erasure[] = [];
  const { now } = world.clock;
  const own = names(plan).table;
  const regions = plan.regions.map(({ name }) => name);
  rds.onDeleteSnapshot((region, id) =>
    deletions.push({
      atMs: now(),
      region,
      id,
      left: regions.flatMap((one) => rds.snapshots(one).map((left) => ({ region: one, id: left }))),
    }),
  );
  dynamodb.onWrite((table, before, after) => {
    if (table !== own || before === undefined) return;
    const item = before as Readonly<Record<string, unknown>>;
    if (item['pk'] === 'authority' && activeRecord.safeParse(before).success && !activeRecord.safeParse(after).success)
      erasures.push({ atMs: now(), what: 'the record of who is active' });
    const kept = 'before' in item ? stateBefore.safeParse(before).data : undefined;
    if (kept && JSON.stringify(stateBefore.safeParse(after).data) !== JSON.stringify(kept))
      erasures.push({ atMs: now(), what: `${String(item['sk'])} of ${String(item['pk'])}, which an undo would need,` });
  });
  return { deletions, erasures };
};
