import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { parsePlan } from '../lambdas/plan/parse-plan';
import type { Plan } from '../lambdas/plan/plan';
import { PlanError } from '../lambdas/plan/plan-error';
import { summarize } from '../lambdas/plan/summary';
import { colours } from '../rehearsal/report/colours';

const BAD_INPUT = 2;

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    const wrong = `cannot be read (${(fault as NodeJS.ErrnoException).code})`;
    throw new PlanError([{ file, path: [], wrong, allowed: 'a plan.yaml', fix: 'give the path of a plan' }]);
  }
};

const show = (plan: Plan): void => {
  const lines = summarize(plan);
  const width = Math.max(16, ...lines.map(([label]) => label.length));
  for (const [label, says] of lines) console.log(`${colours.dim(label.padEnd(width))} ${says}`);
  console.log(colours.green('The plan is good.'));
};

const checkFile = (file: string, { json }: { json?: true }): void => {
  try {
    const plan = parsePlan(read(file), file);
    if (json) console.log(JSON.stringify({ good: true, plan }, null, 2));
    else show(plan);
  } catch (fault) {
    if (!(fault instanceof PlanError)) throw fault;
    if (json) console.log(JSON.stringify({ good: false, problems: fault.problems }, null, 2));
    else console.error(fault.message);
    process.exitCode = BAD_INPUT;
  }
};

new Command('plan:check')
  .description('Says what a plan means, or everything that is wrong with it. Exit 0: good; 2: not a good plan.')
  .argument('<file>', 'the plan.yaml')
  .option('--json', 'print one JSON object')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : BAD_INPUT))
  .action(checkFile)
  .parse();
