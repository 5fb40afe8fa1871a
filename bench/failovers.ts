import { join } from 'node:path';
import { Command } from 'commander';
import { wholeNumber } from '../bin/arguments';
import { synthesizePlan } from '../rehearsal/open-assembly';
import { scenarioNamed } from '../rehearsal/scenarios/find';
import type { Played } from '../rehearsal/soak/play';
import { drawTrial } from '../rehearsal/soak/trial';
import { createPool } from '../rehearsal/workers/pool';
import type { TrialJob } from '../rehearsal/workers/soak-one';

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
      'Plays region losses with random faults in one process, as the soak does, and tells how many a second. Nothing else should run.',
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
  const pool = createPool<TrialJob, Played>(join(__dirname, '../rehearsal/workers/soak-one.ts'), {
    size: 1,
    secondsMax: 300,
    isBundled: true,
  });
  const playOne = (seed: number): Promise<Played> => {
    const drawn = drawTrial(seed, [{ name: PLAN, plan }], [scenarioNamed('region-loss')]);
    const trial = { ...drawn, spells: drawn.spells.slice(0, spells) };
    return pool.ask({ trial, assemblyDir: dir, stacks: false });
  };
  try {
    for (let seed = 1; seed <= warmUp; seed++) await playOne(seed);
    const beganMs = Date.now();
    let moved = 0;
    for (let seed = 1; seed <= runs; seed++) moved += (await playOne(seed)).outcome === 'moved' ? 1 : 0;
    const seconds = (Date.now() - beganMs) / 1000;
    process.stdout.write(`${(runs / seconds).toFixed(2)} runs a second; ${moved} of ${runs} ended moved\n`);
  } finally {
    pool.close();
    remove();
  }
};

void main();
