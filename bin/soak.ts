import { Command } from 'commander';
import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { UnderstudyError } from '../lambdas/errors';
import { BadRequest } from '../rehearsal/bad-request';
import { CannotRehearse } from '../rehearsal/cannot-rehearse';
import { synthesizePlan } from '../rehearsal/open-assembly';
import { showProgress, type Progress } from '../rehearsal/report/progress';
import { scenarios } from '../rehearsal/scenarios/all';
import type { Scenario } from '../rehearsal/scenarios/scenario';
import { soak, type Soaked } from '../rehearsal/soak/soak';
import { statesOf } from '../rehearsal/soak/states';
import { tell, toResult } from '../rehearsal/soak/tell';
import { listOf, oneOf, wholeNumber } from './arguments';

/** Exit codes: 0 nothing was violated, 1 something was, 2 bad input. */
const VIOLATED = 1;
const BAD_INPUT = 2;

interface Options {
  readonly runs: number;
  readonly seed: number;
  readonly plan: readonly string[];
  readonly scenario: readonly Scenario[];
  readonly jobs: number;
  readonly stopAtFirst: boolean;
  readonly json: boolean;
}

const addScenario = listOf(oneOf(scenarios, ({ name }) => name));

const EXAMPLES = 'examples';

/** The plans of all examples. */
const examples = (): string[] =>
  readdirSync(EXAMPLES)
    .map((name) => join(EXAMPLES, name, 'plan.yaml'))
    .filter((file) => existsSync(file));

const run = async ({ runs, seed, plan, scenario, jobs, stopAtFirst, json }: Options): Promise<boolean> => {
  const plans: Soaked[] = (plan.length > 0 ? plan : examples()).map((name) => ({ name, ...synthesizePlan(name) }));
  const progress: Progress = showProgress(runs, 'runs');
  try {
    const soaked = await soak({
      plans,
      scenarios: scenario,
      seed,
      runs,
      jobs,
      stopAtFirst,
      ended: () => progress.step(),
    });
    progress.stop();
    const states = [...new Set(plans.flatMap((one) => statesOf(one.dir, one.plan)))];
    console.log(json ? JSON.stringify(toResult(soaked, { seed, states }), null, 2) : tell(soaked, { seed, states }));
    return soaked.findings.length === 0;
  } finally {
    progress.stop();
    plans.forEach((one) => one.remove());
  }
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
    .option('--plan <file>', 'soak this plan; may be repeated (default: every plan in examples)', listOf(String), [])
    .option('--scenario <name>', 'draw this scenario only; may be repeated', addScenario, [])
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
