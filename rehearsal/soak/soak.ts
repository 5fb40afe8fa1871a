import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { createPool, type Pool } from '../workers/pool';
import type { TrialJob } from '../workers/soak-one';
import type { Assemblies } from './assemblies';
import { count, noCounts, type Counts } from './counts';
import type { Played } from './play';
import { shrink } from './shrink';
import type { Trial } from './trial';
import type { Violated } from './violated';

/** A trial in which something broke, with the fewest and shortest spells that still break the same. */
export interface Finding {
  readonly trial: Trial;
  readonly shrunk: Trial;
  readonly violations: readonly Violated[];
}

/** What came of a soak. */
export interface Soak {
  readonly runs: number;
  readonly findings: readonly Finding[];
  readonly counts: Counts;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** Hash of every trial's seed, trace and violations: the same for the same seeds, with any number of jobs. */
  readonly digest: string;
}

interface Request {
  readonly assemblies: Assemblies;
  /** What is played, each with a seed of its own. */
  readonly trials: readonly Trial[];
  readonly jobs: number;
  /** Ends after the first trial in which something broke, and does not shrink it. */
  readonly stopAtFirst?: boolean;
  /** Hears of every trial that has ended. */
  readonly ended: (played: Played) => void;
}

/** Many times what the longest trial takes on a slow machine. */
const REAL_SECONDS_MAX = 300;

/** Plays trials side by side, and shrinks the first that broke something. */
export const soak = async ({ assemblies, trials, jobs, stopAtFirst = false, ended }: Request): Promise<Soak> => {
  const beganMs = Date.now();
  const stacks = trials.length === 1;
  const pool = createPool<TrialJob, Played>(join(__dirname, '../workers/soak-one.ts'), {
    size: jobs,
    secondsMax: REAL_SECONDS_MAX,
    isBundled: !stacks,
  });
  const playOne = (trial: Trial) => playOn(pool, assemblies, trial, stacks);
  try {
    const prepare = ({ plan }: Trial) => void assemblies.dirOf(plan);
    const played = await playAll(trials, { prepare, playOne }, { jobs, stopAtFirst, ended });
    const broken = played.filter(({ violations }) => violations.length > 0);
    const findings: Finding[] = [];
    for (const [index, { seed, violations }] of broken.entries()) {
      const trial = trials.find((one) => one.seed === seed)!;
      const isShrunk = !stopAtFirst && index < SHRUNK_MAX;
      const shrunk = isShrunk ? await shrink(trial, violations, playOne) : trial;
      findings.push({ trial, shrunk, violations });
    }
    return {
      runs: played.length,
      findings,
      counts: played.reduce(count, noCounts),
      outcomes: tally(played.map(({ outcome }) => outcome)),
      seconds: (Date.now() - beganMs) / 1000,
      digest: digestOf(played),
    };
  } finally {
    pool.close();
  }
};

/** In the order of seeds, whoever ended first. */
const playAll = async (
  trials: readonly Trial[],
  { prepare, playOne }: { prepare: (trial: Trial) => void; playOne: (trial: Trial) => Promise<Played> },
  { jobs, stopAtFirst, ended }: Required<Pick<Request, 'jobs' | 'stopAtFirst' | 'ended'>>,
): Promise<readonly Played[]> => {
  const played: Played[] = [];
  const next = trials.entries();
  const work = async (): Promise<void> => {
    for (const [index, trial] of next) {
      trials.slice(index, index + AHEAD).forEach(prepare);
      const one = await playOne(trial);
      played.push(one);
      ended(one);
      if (stopAtFirst && one.violations.length > 0) return void next.return?.();
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return played.sort((one, other) => one.seed - other.seed);
};

/** So many trials have their plans ready before it is their turn. */
const AHEAD = 8;

/** Shrinking takes a dozen trials each; after some, the rest is likely the same bug. */
const SHRUNK_MAX = 5;

const playOn = async (
  pool: Pool<TrialJob, Played>,
  assemblies: Assemblies,
  trial: Trial,
  stacks: boolean,
): Promise<Played> => {
  try {
    return await pool.ask({ trial, assemblyDir: await assemblies.dirOf(trial.plan), stacks });
  } catch (fault) {
    return unplayable(trial, fault);
  }
};

/** One mistake of a scenario or of the simulation must not cost the findings of a night. */
const unplayable = ({ seed }: Trial, fault: unknown): Played => ({
  seed,
  traceSha256: 'none',
  violations: [{ invariant: 'simulation', because: String(fault), timeline: [] }],
  reached: { faults: [], rules: [], states: [], operations: [] },
  outcome: 'not played',
});

const digestOf = (played: readonly Played[]): string => {
  const hash = createHash('sha256');
  for (const { seed, traceSha256, violations } of played) {
    hash.update(`${seed} ${traceSha256} ${violations.map(({ invariant }) => invariant).join(',')}\n`);
  }
  return hash.digest('hex');
};

const tally = (all: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const one of [...all].sort()) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
};
