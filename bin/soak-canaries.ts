import { spawnSync } from 'node:child_process';
import { Command } from 'commander';
import { canaries } from '../rehearsal/soak/canaries/all';
import type { Canary } from '../rehearsal/soak/canaries/canary';
import { plant } from '../rehearsal/soak/canaries/plant';
import { pattern, wholeNumber } from './arguments';

/** Exit codes: 0 every canary was found, 1 not so, 2 bad input. */
const MISSED = 1;
const BAD_INPUT = 2;

interface Options {
  readonly runs: number;
  readonly seed: number;
  readonly jobs: number;
  readonly only?: RegExp;
  readonly json: boolean;
}

/** What a soak said of a canary; `seed` is that of the first run which broke. */
interface Finding {
  readonly canary: string;
  readonly found: boolean;
  readonly runs: number;
  readonly seed?: number;
  readonly invariants: readonly string[];
}

const find = (canary: Canary, { runs, seed, jobs }: Options): Finding => {
  const { dir, remove } = plant(canary);
  try {
    const flags = ['--runs', runs, '--seed', seed, '--jobs', jobs, '--stop-at-first', '--json'].map(String);
    const scenarios = (canary.scenarios ?? []).flatMap((name) => ['--scenario', name]);
    const soak = spawnSync(process.execPath, ['--import', 'tsx', 'bin/soak.ts', ...flags, ...scenarios], {
      cwd: dir,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    });
    if (soak.status === null || soak.status > 1) throw new Error(`${canary.name}: the soak failed: ${soak.stderr}`);
    const { runs: played, violations } = JSON.parse(soak.stdout) as {
      runs: number;
      violations: readonly { seed: number; violations: readonly { invariant: string }[] }[];
    };
    const [first] = violations;
    return {
      canary: canary.name,
      found: first !== undefined,
      runs: played,
      ...(first ? { seed: first.seed } : {}),
      invariants: [...new Set(first?.violations.map(({ invariant }) => invariant))],
    };
  } finally {
    remove();
  }
};

const tell = ({ canary, found, runs, seed, invariants }: Finding): string =>
  found
    ? `found  ${canary}: ${invariants.join(', ')} with seed ${seed}, after ${runs} runs`
    : `MISSED ${canary}: ${runs} runs broke nothing`;

const main = (): void => {
  const command = new Command('soak:canaries')
    .description('Plants one bug after the other in a copy of the sources, and soaks until an invariant breaks.')
    .option('--runs <number>', 'how many for each bug, at most', wholeNumber(1, 100_000), 300)
    .option('--seed <number>', 'the seed of the first run', wholeNumber(0, 999_999_999), 1)
    .option('--jobs <number>', 'so many at once, each in a process', wholeNumber(1, 64), 2)
    .option('--only <pattern>', 'plant only bugs whose name matches', pattern)
    .option('--json', 'print one JSON object and nothing else', false)
    .addHelpText('after', '\nExit codes: 0 every canary was found, 1 not so, 2 bad input.')
    .exitOverride((exit) => process.exit(exit.exitCode === 0 ? 0 : BAD_INPUT));
  const options = command.parse().opts<Options>();
  const findings = canaries
    .filter(({ name }) => options.only?.test(name) ?? true)
    .map((canary) => {
      const finding = find(canary, options);
      if (!options.json) console.log(tell(finding));
      return finding;
    });
  const found = findings.filter((one) => one.found).length;
  console.log(
    options.json
      ? JSON.stringify({ found, of: findings.length, findings }, null, 2)
      : `${found} of ${findings.length} found`,
  );
  if (found < findings.length) process.exitCode = MISSED;
};

main();
