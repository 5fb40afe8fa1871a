import { Command } from 'commander';
import { CannotRehearse } from '../rehearsal/cannot-rehearse';
import { synthesizePlan } from '../rehearsal/open-assembly';
import { review } from '../rehearsal/permissions/review';
import { survey } from '../rehearsal/permissions/survey';
import { findUnexplained, tell, toResult } from '../rehearsal/permissions/tell';
import { showProgress, type Progress } from '../rehearsal/report/progress';
import { wholeNumber } from './arguments';

const PLAN = 'examples/quickstart/plan.yaml';

/** Exit codes: 0 every permission is used or reviewed, 1 not so, 2 bad input. */
const NOT_EXPLAINED = 1;
const BAD_INPUT = 2;

interface Options {
  readonly jobs: number;
  readonly json: boolean;
}

const run = async ({ jobs, json }: Options): Promise<boolean> => {
  const assembly = synthesizePlan(PLAN);
  let progress: Progress | undefined;
  try {
    const begun = (rehearsals: number) => {
      progress = showProgress(rehearsals, 'rehearsals');
      return progress.step;
    };
    const found = review(await survey({ assemblyDir: assembly.dir, jobs, begun }));
    progress?.stop();
    console.log(json ? JSON.stringify(toResult(found), null, 2) : tell(found));
    return findUnexplained(found).length === 0;
  } finally {
    progress?.stop();
    assembly.remove();
  }
};

const main = async (): Promise<void> => {
  // The SDK's notice about Node 20 would end up in the progress; worker processes inherit this.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  const command = new Command('permissions')
    .description(
      'Rehearses every scenario with the quick start’s templates and lists each permission of each role that no call needed: it must go, or be reviewed with its reason.',
    )
    .option('--jobs <number>', 'so many rehearsals at once, each in a process', wholeNumber(1, 64), 2)
    .option('--json', 'print one JSON object and nothing else', false)
    .addHelpText('after', '\nExit codes: 0 every permission is used or reviewed, 1 not so, 2 bad input.')
    .exitOverride((exit) => process.exit(exit.exitCode === 0 ? 0 : BAD_INPUT));
  try {
    if (!(await run(command.parse().opts<Options>()))) process.exitCode = NOT_EXPLAINED;
  } catch (fault) {
    if (!(fault instanceof CannotRehearse)) throw fault;
    console.error(fault.message);
    process.exitCode = NOT_EXPLAINED;
  }
};

void main();
