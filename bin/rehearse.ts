#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { UnderstudyError } from '../lambdas/errors';
import { parsePlan } from '../lambdas/plan/parse-plan';
import type { Plan } from '../lambdas/plan/plan';
import { CannotRehearse } from '../rehearsal/cannot-rehearse';
import { DeployFault } from '../rehearsal/deploy/deploy-fault';
import { planOfAssembly } from '../rehearsal/deploy/plan-of-assembly';
import { rehearse } from '../rehearsal/rehearse';
import { toResult } from '../rehearsal/report/result';
import { momentLine, scenarioList, summary } from '../rehearsal/report/text';
import { writeRehearsal } from '../rehearsal/report/write';
import { scenarios } from '../rehearsal/scenarios/all';
import type { Scenario } from '../rehearsal/scenarios/scenario';
import { synthesize, type Assembly } from '../rehearsal/synthesize';

/** Exit codes: 0 as expected, 1 not as expected, 2 bad input. */
const NOT_AS_EXPECTED = 1;
const BAD_INPUT = 2;

interface Options {
  readonly plan: string;
  readonly scenario: Scenario;
  readonly seed: number;
  readonly json: boolean;
  readonly out: string;
  readonly list: boolean;
  readonly assembly?: string;
}

const readScenario = (name: string): Scenario => {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (found) return found;
  throw new InvalidArgumentError(`allowed are ${scenarios.map((scenario) => scenario.name).join(', ')}.`);
};

const readSeed = (text: string): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('a seed is a whole number from 0 to 999999999.');
};

const command = new Command('rehearse')
  .description('Deploys the CDK app of a plan into a simulated AWS, lets a disaster strike, and shows what happens.')
  .option('--plan <file>', 'the plan to rehearse', 'examples/quickstart/plan.yaml')
  .option('--scenario <name>', 'the disaster; see --list', readScenario, scenarios[0]!)
  .option('--seed <number>', 'the same seed gives the same rehearsal, to the byte', readSeed, 1)
  .option('--json', 'print one JSON object and nothing else', false)
  .option('--out <folder>', 'where to write evidence.json and trace.jsonl', 'rehearsals')
  .option('--list', 'list the scenarios and what each expects', false)
  .option('--assembly <folder>', 'rehearse this synthesized cdk.out instead of synthesizing the plan')
  .addHelpText('after', '\nExit codes: 0 as expected, 1 not as expected, 2 bad input.')
  .configureHelp({ optionDescription: ({ description, defaultValue }) => describe(description, defaultValue) })
  .exitOverride((exit) => process.exit(exit.exitCode === 0 ? 0 : BAD_INPUT));

const describe = (description: string, value: unknown): string => {
  if (value === undefined || value === false) return description;
  const shown = typeof value === 'object' ? (value as Scenario).name : String(value);
  return `${description} (default: ${shown})`;
};

/** What is rehearsed: an assembly made of a plan, or one that was made before, with the plan that it holds. */
const open = (planFile: string, folder: string | undefined): { plan: Plan; assembly: Assembly } => {
  if (folder === undefined) {
    const plan = parsePlan(readText(planFile), planFile);
    return { plan, assembly: synthesize(plan) };
  }
  if (command.getOptionValueSource('plan') === 'cli') {
    stop('give --plan or --assembly, not both: an assembly holds the plan that it was made of');
  }
  if (!existsSync(join(folder, 'manifest.json'))) {
    stop(`${folder} is no cloud assembly: it has no manifest.json; make one with \`npx cdk synth\``);
  }
  return { plan: planOfAssembly(folder), assembly: { dir: folder, remove: () => undefined } };
};

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return stop(`${file} cannot be read; name a plan with --plan FILE, such as examples/quickstart/plan.yaml`);
  }
};

const stop = (message: string, code = BAD_INPUT): never => {
  console.error(message);
  process.exit(code);
};

const run = async ({ plan: file, scenario, seed, json, out, assembly: folder }: Options): Promise<boolean> => {
  const { plan, assembly } = open(file, folder);
  try {
    const listen = json ? undefined : (moment: Parameters<typeof momentLine>[0]) => console.log(momentLine(moment));
    const rehearsal = await rehearse({ plan, scenario, seed, assemblyDir: assembly.dir, listen });
    const written = writeRehearsal(rehearsal, out);
    console.log(json ? JSON.stringify(toResult(rehearsal), null, 2) : summary(rehearsal, written));
    return rehearsal.problems.length === 0;
  } finally {
    assembly.remove();
  }
};

/** Errors that say by themselves what is wrong and how to mend it. */
const isPlain = (fault: unknown): fault is Error => fault instanceof UnderstudyError || fault instanceof DeployFault;

const main = async (): Promise<void> => {
  // The SDK's notice about Node 20 would end up between the lines of the timeline.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  const options = command.parse().opts<Options>();
  if (options.list) return console.log(scenarioList(scenarios));
  try {
    if (!(await run(options))) process.exitCode = NOT_AS_EXPECTED;
  } catch (fault) {
    if (!isPlain(fault)) throw fault;
    const isOfTheApp = fault instanceof DeployFault || fault instanceof CannotRehearse;
    stop(fault.message, isOfTheApp ? NOT_AS_EXPECTED : BAD_INPUT);
  }
};

void main();
