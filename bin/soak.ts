import { Command } from 'commander';
import { UnderstudyError } from '../lambdas/errors';
import { BadRequest } from '../rehearsal/bad-request';
import { CannotRehearse } from '../rehearsal/cannot-rehearse';
import { showProgress } from '../rehearsal/report/progress';
import { scenarios } from '../rehearsal/scenarios/all';
import type { Scenario } from '../rehearsal/scenarios/scenario';
import { createAssemblies, type Assemblies } from '../rehearsal/soak/assemblies';
import { everyPlan, planNamed } from '../rehearsal/soak/every-plan';
import type { Played } from '../rehearsal/soak/play';
import { readReplay } from '../rehearsal/soak/read-replay';
import { soak } from '../rehearsal/soak/soak';
import { statesOf } from '../rehearsal/soak/states';
import { tell, toResult } from '../rehearsal/soak/tell';
import { drawTrial, type Trial } from '../rehearsal/soak/trial';
import { listOf, oneOf, wholeNumber } from './arguments';

/** Exit codes: 0 nothing was violated, 1 something was, 2 bad input. */
const VIOLATED = 1;
const BAD_INPUT = 2;

interface Options {
  readonly runs: number;
  readonly seed: number;
  readonly plan: readonly string[];
  readonly scenario: readonly Scenario[];
  readonly replay?: Trial;
  readonly jobs: number;
  readonly stopAtFirst: boolean;
  readonly json: boolean;
}

const addScenario = listOf(oneOf(scenarios, ({ name }) => name));

/** What was asked for: one trial as it was printed, or as many as asked, of which number i has the seed `seed + i`. */
const trialsOf = ({ replay, runs, seed, plan, scenario }: Options): readonly Trial[] => {
  if (replay) return [replay];
  const plans = plan.length > 0 ? plan.map(planNamed) : everyPlan();
  return Array.from({ length: runs }, (_, index) => drawTrial(seed + index, plans, scenario));
};

const run = async (options: Options): Promise<boolean> => {
  const trials = trialsOf(options);
  const assemblies = createAssemblies();
  const { jobs, stopAtFirst, json } = options;
  const progress = showProgress(trials.length, 'runs');
  try {
    const ended = ({ seed, violations }: Played): void => {
      progress.step();
      for (const { invariant, because } of violations) progress.note(`seed ${seed}: ${invariant}: ${because}`);
    };
    const result = await soak({ assemblies, trials, jobs, stopAtFirst, ended });
    progress.stop();
    const of = { seed: trials[0]!.seed, states: await statesIn(assemblies) };
    console.log(json ? JSON.stringify(toResult(result, of), null, 2) : tell(result, of));
    return result.findings.length === 0;
  } finally {
    progress.stop();
    await assemblies.remove();
  }
};

const statesIn = async (assemblies: Assemblies): Promise<readonly string[]> => {
  const ofEach = assemblies.asked().map(async (plan) => statesOf(await assemblies.dirOf(plan), planNamed(plan).plan));
  return [...new Set((await Promise.all(ofEach)).flat())];
};

const main = async (): Promise<void> => {
  // The SDK's notice about Node 20 would end up in the progress; worker processes inherit this.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  const command = new Command('soak')
    .description(
      'Rehearses as many disasters as asked, each drawn from a seed with random faults beside it, and checks every invariant all the time and progress at the end.',
    )
    .option('--runs <number>', 'how many', wholeNumber(1, 1_000_000), 100)
    .option(
      '--seed <number>',
      'the seed of the first; the next one has the next number',
      wholeNumber(0, 999_999_999),
      1,
    )
    .option(
      '--plan <file>',
      'soak this plan, or FILE+VARIANT; may be repeated (default: every plan in examples and every variant of it)',
      listOf(String),
      [],
    )
    .option('--scenario <name>', 'draw this scenario only; may be repeated', addScenario, [])
    .option('--replay <trial>', 'play this one trial, as a soak printed it', readReplay)
    .option('--jobs <number>', 'so many at once, each in a process', wholeNumber(1, 64), 2)
    .option('--stop-at-first', 'end when the first invariant is violated', false)
    .option('--json', 'print one JSON object and nothing else', false)
    .addHelpText('after', '\nExit codes: 0 nothing was violated, 1 something was, 2 bad input.')
    .exitOverride((exit) => process.exit(exit.exitCode === 0 ? 0 : BAD_INPUT));
  try {
    if (!(await run(command.parse().opts<Options>()))) process.exitCode = VIOLATED;
  } catch (fault) {
    if (!(fault instanceof UnderstudyError || fault instanceof BadRequest || fault instanceof CannotRehearse))
      throw fault;
    console.error(fault.message);
    process.exitCode = BAD_INPUT;
  }
};

void main();
