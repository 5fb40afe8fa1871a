import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotRehearse } from '../cannot-rehearse';
import { createPool, TooSlow, WorkerLost } from '../workers/pool';
import { examine, type Examination, type Findings } from './examine';
import { listed } from './listed';
import { countParts, partsOf, withStatementsOnly, type Part, type Template } from './part';
import { trials } from './trials';
import { stackOf } from './without';
import type { Job, Noticed } from './worker';

interface Request extends Pick<Examination, 'only' | 'jobs'> {
  readonly assemblyDir: string;
  /** Whether to delete each property of each resource too, which takes hours. */
  readonly deep: boolean;
  /** Hears of the beginning, with the number of parts, and answers who hears how many more are decided. */
  readonly begun: (parts: number) => (decided: number) => void;
}

/** Many times what all scenarios take on a slow machine. */
const REAL_SECONDS_MAX = 300;

/** Finds out which parts of an assembly's templates the scenarios need. */
export const findNecessary = async ({ assemblyDir, deep, only, jobs, begun }: Request): Promise<Findings> => {
  const pool = createPool<Job, Noticed>(join(__dirname, 'worker.ts'), {
    size: jobs,
    secondsMax: REAL_SECONDS_MAX,
    isBundled: true,
  });
  const ask: Examination['ask'] = (deleted, names) => {
    const places = deleted.map(({ stack, path }) => ({ stack, path }));
    return pool.ask({ assemblyDir, deleted: places, trials: names }).catch(noEnd);
  };
  const names = trials.map(({ name }) => name);
  try {
    await assertSound(names, ask);
    const every = partsOfAssembly(assemblyDir);
    const parts = deep ? every : withStatementsOnly(every);
    return await examine({ parts, trials: names, listed, only, jobs, ask, decided: begun(countParts(parts)) });
  } finally {
    pool.close();
  }
};

/** Every resource of every template in an assembly, with the parts inside of it. */
export const partsOfAssembly = (dir: string): Part[] =>
  readdirSync(dir).flatMap((file) => {
    const stack = stackOf(file);
    return stack === undefined ? [] : partsOf(stack, JSON.parse(readFileSync(join(dir, file), 'utf8')) as Template);
  });

/** Where something is noticed without any deletion, everything would seem to be needed. */
const assertSound = async (names: readonly string[], ask: Examination['ask']): Promise<void> => {
  const noticed = await Promise.all(names.map((name) => ask([], [name])));
  const first = noticed.find((one) => one !== null);
  if (first) throw new CannotRehearse(`${first.by} fails while nothing is deleted: ${first.because}`);
};

/** A rehearsal that does not come to an end has noticed the deletion too. */
const noEnd = (fault: unknown): Noticed => {
  if (fault instanceof WorkerLost || fault instanceof TooSlow) return { by: 'no end', because: fault.message };
  throw fault;
};
