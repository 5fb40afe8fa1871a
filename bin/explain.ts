import { Command } from 'commander';
import { explain } from '../lambdas/decision/explain';
import { UnderstudyError } from '../lambdas/errors';
import { readFacts } from '../rehearsal/explain/read-facts';
import { tell } from '../rehearsal/explain/tell';

const BAD_INPUT = 2;

const run = ({ facts, json }: { readonly facts: string; readonly json: boolean }): void => {
  try {
    const explanation = explain(readFacts(facts));
    console.log(json ? JSON.stringify(explanation, null, 2) : tell(explanation));
  } catch (fault) {
    if (!(fault instanceof UnderstudyError)) throw fault;
    console.error(fault.message);
    process.exitCode = BAD_INPUT;
  }
};

new Command('explain')
  .description('Says what Understudy decides on given facts, and what every rule thinks of them.')
  .requiredOption('--facts <file>', 'the facts of an assessment as JSON, or the evidence.json of a run')
  .option('--json', 'print one JSON object and nothing else', false)
  .addHelpText('after', '\nExit codes: 0 explained, whatever the verdict; 2 bad input.')
  .exitOverride((exit) => process.exit(exit.exitCode === 0 ? 0 : BAD_INPUT))
  .action(run)
  .parse();
