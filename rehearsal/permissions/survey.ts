import { join } from 'node:path';
import type { Grant } from '../aws/iam/grants';
import { CannotRehearse } from '../cannot-rehearse';
import { trials } from '../necessary/trials';
import { createPool } from '../workers/pool';
import type { Answer, Job } from './worker';

/** A permission, and the rehearsals in which a call needed it. */
export interface Surveyed extends Omit<Grant, 'isUsed'> {
  readonly usedBy: readonly string[];
}

interface Request {
  readonly assemblyDir: string;
  /** Worker processes. */
  readonly jobs: number;
  /** Hears of the beginning, with the number of rehearsals, and answers who hears how many more have ended. */
  readonly begun: (rehearsals: number) => (ended: number) => void;
}

/** Many times what the slowest rehearsal takes on a slow machine. */
const REAL_SECONDS_MAX = 300;

/**
 * Rehearses every scenario, those that act with the Regions changed over too, and gathers who used which permission.
 * Throws `CannotRehearse` where one does not come out as expected: what it left undone would seem not to be needed.
 */
export const survey = async ({ assemblyDir, jobs, begun }: Request): Promise<Surveyed[]> => {
  const pool = createPool<Job, Answer>(join(__dirname, 'worker.ts'), {
    size: jobs,
    secondsMax: REAL_SECONDS_MAX,
    isBundled: true,
  });
  const ended = begun(trials.length);
  const play = async ({ name }: { readonly name: string }) => {
    const { grants, problems } = await pool.ask({ assemblyDir, trial: name });
    ended(1);
    if (problems.length > 0) throw new CannotRehearse(`${name} does not come out as expected: ${problems[0]}`);
    return { name, grants };
  };
  try {
    return gather(await Promise.all(trials.map(play)));
  } finally {
    pool.close();
  }
};

/** One list of all rehearsals' lists, which name the same permissions. */
export const gather = (
  rehearsals: readonly { readonly name: string; readonly grants: readonly Grant[] }[],
): Surveyed[] => {
  const gathered = new Map<string, Omit<Surveyed, 'usedBy'> & { readonly usedBy: string[] }>();
  for (const { name, grants } of rehearsals) {
    for (const { isUsed, ...grant } of grants) {
      const key = `${grant.holder} ${grant.action} ${grant.resource}`;
      const known = gathered.get(key) ?? { ...grant, usedBy: [] };
      gathered.set(key, known);
      if (isUsed) known.usedBy.push(name);
    }
  }
  return [...gathered.values()];
};
