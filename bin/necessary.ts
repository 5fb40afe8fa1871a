import { Command } from 'commander';
import { CannotRehearse } from '../rehearsal/cannot-rehearse';
import { findNecessary } from '../rehearsal/necessary/necessary';
import { findUnexplained, findUnused, tell, toResult } from '../rehearsal/necessary/tell';
import { synthesizePlan } from '../rehearsal/open-assembly';
import { showProgress, type Progress } from '../rehearsal/report/progress';
import { pattern, wholeNumber } from './arguments';

const PLAN = 'examples/quickstart/plan.yaml';

/** Exit codes: 0 every part is needed or listed, 1 not so, 2 bad input. */
const NOT_EXPLAINED = 1;
const BAD_INPUT = 2;

interface Options {
  readonly jobs: number;
  readonly only?: RegExp;
  readonly deep: boolean;
  readonly json: boolean;
}

const run = async ({ jobs, only, deep, json }: Options): Promise<boolean> => {
  const assembly = synthesizePlan(PLAN);
  let progress: Progress | undefined;
  try {
    const begun = (parts: number) => {
      progress = showProgress(parts, 'parts');
      return progress.step;
    };
    const findings = await findNecessary({ assemblyDir: assembly.dir, deep, jobs, only: only ?? /^/, begun });
    progress?.stop();
    const unused = only || !deep ? [] : findUnused(findings);
    console.log(json ? JSON.stringify(toResult(findings), null, 2) : tell(findings));
    for (const { because } of unused) console.error(`the list speaks of no part any more: ${because}`);
    return findUnexplained(findings).length + unused.length === 0;
  } finally {
    progress?.stop();
    assembly.remove();
  }
};

const main = async (): Promise<void> => {
  // The SDK's notice about Node 20 would end up in the progress; worker processes inherit this.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  const command = new Command('necessary')
    .description(
      'Deletes each resource of the quick start’s templates, and each statement of its policies, one at a time, and rehearses: whatever no scenario notices must be listed with its reason.',
    )
    .option('--jobs <number>', 'so many rehearsals at once, each in a process', wholeNumber(1, 64), 2)
    .option('--only <pattern>', 'delete only parts whose name matches, such as "^dns/" or "Events::Rule"', pattern)
    .option('--deep', 'delete each property of each resource too, which takes hours', false)
    .option('--json', 'print one JSON object and nothing else', false)
    .addHelpText('after', '\nExit codes: 0 every part is needed or listed, 1 not so, 2 bad input.')
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
