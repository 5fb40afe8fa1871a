import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Violation } from '../invariants/recording';
import type { OpenAssembly } from '../open-assembly';
import type { Scenario } from '../scenarios/scenario';
import { createPool, type Pool } from '../workers/pool';
import type { TrialJob } from '../workers/soak-one';
import { count, noCounts, type Counts } from './counts';
import type { Played } from './play';
import { shrink } from './shrink';
import { drawTrial, type Trial } from './trial';

/** A plan's assembly under the name by which a trial calls it. */
export interface Soaked extends OpenAssembly {
  readonly name: string;
}

/** A trial in which something broke, with the fewest and shortest spells that still break the same. */
export interface Finding {
  readonly trial: Trial;
  readonly shrunk: Trial;
  readonly violations: readonly Violation[];
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
  readonly plans: readonly Soaked[];
  /** Draws from these alone, if there are any. */
  readonly scenarios?: readonly Scenario[];
  readonly seed: number;
  readonly runs: number;
  readonly jobs: number;
  /** Ends after the first trial in which something broke, and does not shrink it. */
  readonly stopAtFirst?: boolean;
  /** Hears of every trial that has ended. */
  readonly ended: (played: Played) => void;
}

/** Many times what the longest trial takes on a slow machine. */
const REAL_SECONDS_MAX = 300;

/** Plays as many trials as asked, side by side; trial number i has the seed `seed + i`. */
export const soak = async ({
  plans,
  scenarios,
  seed,
  runs,
  jobs,
  stopAtFirst = false,
  ended,
}: Request): Promise<Soak> => {
  const beganMs = Date.now();
  const pool = createPool<TrialJob, Played>(join(__dirname, '../workers/soak-one.ts'), {
    size: jobs,
    secondsMax: REAL_SECONDS_MAX,
  });
  const trials = Array.from({ length: runs }, (_, index) => drawTrial(seed + index, plans, scenarios));
  const played: Played[] = [];
  try {
    const next = trials.values();
    const work = async (): Promise<void> => {
      for (const trial of next) {
        const one = await playOn(pool, plans, trial);
        played.push(one);
        ended(one);
        if (stopAtFirst && one.violations.length > 0) return void next.return?.();
      }
    };
    await Promise.all(Array.from({ length: jobs }, work));
    played.sort((one, other) => one.seed - other.seed);
    const broken = played.filter(({ violations }) => violations.length > 0);
    const findings: Finding[] = [];
    for (const { seed: brokenSeed, violations } of broken.slice(0, stopAtFirst ? 0 : SHRUNK_MAX)) {
      const trial = trials.find((one) => one.seed === brokenSeed)!;
      const shrunk = await shrink(trial, violations, (smaller) => playOn(pool, plans, smaller));
      findings.push({ trial, shrunk, violations });
    }
    for (const { seed: brokenSeed, violations } of broken.slice(findings.length)) {
      const trial = trials.find((one) => one.seed === brokenSeed)!;
      findings.push({ trial, shrunk: trial, violations });
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

/** Shrinking takes a dozen trials each; after some, the rest is likely the same bug. */
const SHRUNK_MAX = 5;

const playOn = (pool: Pool<TrialJob, Played>, plans: readonly Soaked[], trial: Trial): Promise<Played> => {
  const { dir } = plans.find(({ name }) => name === trial.plan)!;
  return pool.ask({ trial, assemblyDir: dir });
};

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
