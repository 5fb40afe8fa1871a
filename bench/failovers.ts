import { Command } from 'commander';
import { wholeNumber } from '../bin/arguments';
import { synthesizePlan } from '../rehearsal/open-assembly';
import { play } from '../rehearsal/soak/play';
import { drawTrial } from '../rehearsal/soak/trial';
import { scenarioNamed } from '../rehearsal/scenarios/find';

const PLAN = 'examples/quickstart/plan.yaml';

interface Options {
  readonly runs: number;
  readonly warmUp: number;
}

/** How many whole failovers, observers and random faults included, one core plays in a second once the code is warm. */
const main = async (): Promise<void> => {
  const { runs, warmUp } = new Command('failovers')
    .description(
      'Plays region losses with random faults in one process, as the soak does, and tells how many a second.',
    )
    .option('--runs <number>', 'how many are measured', wholeNumber(1, 10_000), 60)
    .option('--warm-up <number>', 'how many are played before', wholeNumber(0, 10_000), 25)
    .parse()
    .opts<Options>();
  // As a soak's workers do.
  Error.stackTraceLimit = 0;
  const { plan, dir, remove } = synthesizePlan(PLAN);
  const playOne = async (seed: number) =>
    play(drawTrial(seed, [{ name: PLAN, plan }], [scenarioNamed('region-loss')]), { plan, assemblyDir: dir });
  try {
    for (let seed = 1; seed <= warmUp; seed++) await playOne(seed);
    const before = process.cpuUsage();
    let moved = 0;
    for (let seed = 1; seed <= runs; seed++) moved += (await playOne(seed)).outcome === 'moved' ? 1 : 0;
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    const told = `${(runs / seconds).toFixed(2)} runs a second of processor time; ${moved} of ${runs} ended moved`;
    process.stdout.write(`${told}\n`);
  } finally {
    remove();
  }
};

void main();
