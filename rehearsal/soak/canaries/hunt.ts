import { spawnSync } from 'node:child_process';
import type { Canary } from './canary';
import { plant, ROOT } from './plant';

/** How long to hunt, and from which seed on. */
export interface Hunt {
  readonly runs: number;
  readonly seed: number;
  readonly jobs: number;
}

/** What a soak said of a canary. */
export interface Finding {
  readonly canary: string;
  readonly found: boolean;
  /** How many were played with the bug until it was found. */
  readonly runs: number;
  /** Of the run that it broke. */
  readonly seed?: number;
  /** What broke with the bug, and does not without it. */
  readonly invariants: readonly string[];
  /** Seeds with which the same breaks without the bug, so that they prove nothing about it. */
  readonly brokenAnyway: readonly number[];
}

/** As much of a soak's `--json` as counts here. */
export interface Soaked {
  readonly runs: number;
  readonly violations: readonly {
    readonly seed: number;
    readonly violations: readonly { readonly invariant: string }[];
  }[];
}

/** Soaks the sources in a directory until something breaks. */
export type SoakIn = (dir: string, canary: Canary, hunt: Hunt) => Soaked;

/** Plants a bug in a copy of the sources, and soaks until something breaks there that does not break without it. */
export const hunt = (canary: Canary, wanted: Hunt): Finding => {
  const { dir, remove } = plant(canary);
  try {
    return search(canary, wanted, { planted: dir, sound: ROOT, soakIn });
  } finally {
    remove();
  }
};

/** The sources with the bug and without it. */
interface Ground {
  readonly planted: string;
  readonly sound: string;
  readonly soakIn: SoakIn;
}

/** Goes on behind every run that breaks the same without the bug. */
export const search = (canary: Canary, { runs, seed, jobs }: Hunt, { planted, sound, soakIn }: Ground): Finding => {
  const brokenAnyway: number[] = [];
  let played = 0;
  while (played < runs) {
    const { violations, ...soaked } = soakIn(planted, canary, { runs: runs - played, seed: seed + played, jobs });
    const [first] = violations;
    if (!first) {
      played += soaked.runs;
      break;
    }
    // Several jobs may have played a few seeds behind it.
    played = first.seed - seed + 1;
    const without = invariantsIn(soakIn(sound, canary, { runs: 1, seed: first.seed, jobs: 1 }));
    const invariants = invariantsIn({ violations: [first] }).filter((one) => !without.includes(one));
    if (invariants.length > 0) {
      return { canary: canary.name, found: true, runs: played, seed: first.seed, invariants, brokenAnyway };
    }
    brokenAnyway.push(first.seed);
  }
  return { canary: canary.name, found: false, runs: played, invariants: [], brokenAnyway };
};

const invariantsIn = ({ violations }: Pick<Soaked, 'violations'>): string[] => [
  ...new Set(violations.flatMap((one) => one.violations.map(({ invariant }) => invariant))),
];

/** Its progress goes to the terminal; exit code 1 says that something broke. */
const soakIn: SoakIn = (dir, { name, plans = [], scenarios = [] }, { runs, seed, jobs }) => {
  const flags = ['--runs', runs, '--seed', seed, '--jobs', jobs, '--stop-at-first', '--json'].map(String);
  const among = [...plans.flatMap((plan) => ['--plan', plan]), ...scenarios.flatMap((one) => ['--scenario', one])];
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'bin/soak.ts', ...flags, ...among], {
    cwd: dir,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  });
  if (status === null || status > 1) throw new Error(`${name}: the soak in ${dir} failed; see above`);
  return JSON.parse(stdout) as Soaked;
};
