import { join } from 'node:path';
import { Command } from 'commander';
import { wholeNumber } from '../bin/arguments';
import { synthesizePlan } from '../rehearsal/open-assembly';
import { scenarioNamed } from '../rehearsal/scenarios/find';
import { drawTrial } from '../rehearsal/soak/trial';
import { createPool } from '../rehearsal/workers/pool';
import type { TrialJob } from '../rehearsal/workers/soak-one';
import type { Timed } from './failover-one';

const PLAN = 'examples/quickstart/plan.yaml';

interface Options {
  readonly runs: number;
  readonly spells: number;
  readonly warmUp: number;
}

/** How many whole failovers, observers and random faults included, a worker of the soak plays in a second once it is warm. */
const main = async (): Promise<void> => {
  const { runs, spells, warmUp } = new Command('failovers')
    .description(
      'Plays region losses with random faults in one process, as the soak does, and tells how many failovers a second that are, from the loss until people are told of the move, and how many whole trials, with what comes before and after. Nothing else should run.',
    )
    .option('--runs <number>', 'how many are measured', wholeNumber(1, 10_000), 60)
    .option(
      '--spells <number>',
      'how many spells of faults each has at most; all that a soak draws, if absent',
      wholeNumber(0, 100),
      100,
    )
    .option('--warm-up <number>', 'how many are played before', wholeNumber(0, 10_000), 25)
    .parse()
    .opts<Options>();
  const { plan, dir, remove } = synthesizePlan(PLAN);
  const pool = createPool<TrialJob, Timed>(join(__dirname, 'failover-one.ts'), {
    size: 1,
    secondsMax: 300,
    isBundled: true,
  });
  const playOne = (seed: number): Promise<Timed> => {
    const drawn = drawTrial(seed, [{ name: PLAN, plan }], [scenarioNamed('region-loss')]);
    const trial = { ...drawn, spells: drawn.spells.slice(0, spells) };
    return pool.ask({ trial, assemblyDir: dir, stacks: false });
  };
  try {
    for (let seed = 1; seed <= warmUp; seed++) await playOne(seed);
    const timed: Timed[] = [];
    for (let seed = 1; seed <= runs; seed++) timed.push(await playOne(seed));
    process.stdout.write(`${tell(timed)}\n`);
  } finally {
    pool.close();
    remove();
  }
};

const tell = (timed: readonly Timed[]): string => {
  const aSecond = (secondsOf: (one: Timed) => number): string =>
    (timed.length / timed.reduce((sum, one) => sum + secondsOf(one), 0)).toFixed(2);
  const moved = timed.filter(({ outcome }) => outcome === 'moved').length;
  return [
    `${aSecond(({ failoverSeconds }) => failoverSeconds)} failovers a second`,
    `${aSecond(({ trialSeconds }) => trialSeconds)} whole trials a second`,
    `${moved} of ${timed.length} ended moved`,
  ].join('; ');
};

void main();
