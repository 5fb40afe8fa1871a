import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createPool } from '../workers/pool';
import type { SynthesisJob } from '../workers/synthesize-one';

/** The cloud assemblies of plans by their names, each synthesized when it is first asked for, in a process of its own. */
export interface Assemblies {
  /** The directory of a plan's assembly. */
  dirOf(plan: string): Promise<string>;
  /** What was asked for so far. */
  asked(): readonly string[];
  /** Ends the process and deletes every assembly. */
  remove(): Promise<void>;
}

/** Many times what the largest plan takes on a slow machine. */
const REAL_SECONDS_MAX = 120;

export const createAssemblies = (): Assemblies => {
  const pool = createPool<SynthesisJob, string>(join(__dirname, '../workers/synthesize-one.ts'), {
    size: 1,
    secondsMax: REAL_SECONDS_MAX,
  });
  const dirs = new Map<string, Promise<string>>();
  return {
    dirOf: (plan) => {
      const known = dirs.get(plan) ?? pool.ask(plan);
      // Whoever waits for it hears of a failure; whoever only wanted it to begin does not.
      known.catch(() => undefined);
      dirs.set(plan, known);
      return known;
    },
    asked: () => [...dirs.keys()],
    remove: async () => {
      for (const result of await Promise.allSettled(dirs.values()))
        if (result.status === 'fulfilled') await rm(result.value, { recursive: true, force: true });
      pool.close();
    },
  };
};
