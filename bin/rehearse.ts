#!/usr/bin/env node
import { Command } from 'commander';
import { UnderstudyError } from '../lambdas/errors';
import { CannotRehearse } from '../rehearsal/cannot-rehearse';
import { DeployFault } from '../rehearsal/deploy/deploy-fault';
import { BadRequest } from '../rehearsal/bad-request';
import type { OpenAssembly } from '../rehearsal/open-assembly';
import { faults } from '../rehearsal/faults/all';
import type { Fault } from '../rehearsal/faults/fault';
import { showProgress } from '../rehearsal/report/progress';
import { faultList, momentLine, scenarioList, summary } from '../rehearsal/report/text';
import { scenarios } from '../rehearsal/scenarios/all';
import { journeys } from '../rehearsal/scenarios/find';
import type { Scenario } from '../rehearsal/scenarios/scenario';
import { listOf, oneOf, wholeNumber } from './arguments';

/** Exit codes: 0 as expected, 1 not as expected, 2 bad input. */
const NOT_AS_EXPECTED = 1;
const BAD_INPUT = 2;

interface Options {
  readonly plan: string;
  readonly journey?: Scenario['journey'];
  readonly scenario?: Scenario;
  readonly all: boolean;
  readonly jobs: number;
  readonly seed: number;
  readonly fault: readonly Fault[];
  readonly json: boolean;
  readonly out: string;
  readonly list: boolean;
  readonly assembly?: string;
}

const addFault = listOf(oneOf(faults, ({ id }) => id));

const command = new Command('rehearse')
  .description('Deploys the CDK app of a plan into a simulated AWS, lets a disaster strike, and shows what happens.')
  .option('--plan <file>', 'the plan to rehearse', 'examples/quickstart/plan.yaml')
  .option(
    '--journey <name>',
    'rehearse this journey; see --list',
    oneOf(journeys, (name) => name),
  )
  .option(
    '--scenario <name>',
    'the disaster; see --list (default: the first of the journey)',
    oneOf(scenarios, ({ name }) => name),
  )
  .option('--all', 'rehearse every scenario, or every one of the journey, and print a table', false)
  .option('--jobs <number>', 'with --all: so many at once, each in a process', wholeNumber(1, 64), 2)
  .option('--seed <number>', 'the same seed gives the same rehearsal, to the byte', wholeNumber(0, 999_999_999), 1)
  .option('--fault <id>', 'add this fault to the scenario, such as F37; may be repeated; see --list', addFault, [])
  .option('--json', 'print one JSON object and nothing else', false)
  .option('--out <folder>', 'where to write evidence.json, report.html and trace.jsonl', 'rehearsals')
  .option('--list', 'list the scenarios and what each expects', false)
  .option('--assembly <folder>', 'rehearse this synthesized cdk.out instead of synthesizing the plan')
  .addHelpText('after', '\nExit codes: 0 as expected, 1 not as expected, 2 bad input.')
  .configureHelp({ optionDescription: ({ description, defaultValue }) => describe(description, defaultValue) })
  .exitOverride((exit) => process.exit(exit.exitCode === 0 ? 0 : BAD_INPUT));

const describe = (description: string, value: unknown): string =>
  value === undefined || value === false || (Array.isArray(value) && value.length === 0)
    ? description
    : `${description} (default: ${String(value)})`;

/** The scenarios that are meant; options that contradict each other are refused. */
const chosen = ({ journey, scenario, all, fault }: Options): Scenario[] => {
  if (all && scenario) throw new BadRequest('give --all or --scenario, not both');
  if (scenario && journey && scenario.journey !== journey) {
    const own = scenarios.filter((one) => one.journey === journey).map(({ name }) => name);
    throw new BadRequest(
      `${scenario.name} is a scenario of ${scenario.journey}; ${journey} has ${own.join(', ')}; leave out --journey`,
    );
  }
  const needsEvents = fault.find(({ losesEvents }) => losesEvents);
  if (scenario?.isAnEvent && needsEvents) {
    throw new BadRequest(
      `${scenario.name} is an event, and with ${needsEvents.id}, ${needsEvents.summary}; add another fault`,
    );
  }
  const playable = scenarios.filter(({ isAnEvent }) => !isAnEvent || !needsEvents);
  const possible = scenario ? [scenario] : playable.filter((one) => !journey || one.journey === journey);
  return all ? possible : possible.slice(0, 1);
};

// What a rehearsal is made of takes a second to load, so it is loaded when one is played and not for a word of help.
const open = async ({ plan, assembly }: Options): Promise<OpenAssembly> => {
  if (assembly !== undefined && command.getOptionValueSource('plan') === 'cli') {
    throw new BadRequest('give --plan or --assembly, not both: an assembly holds the plan that it was made of');
  }
  const { openAssembly, synthesizePlan } = await import('../rehearsal/open-assembly');
  return assembly === undefined ? synthesizePlan(plan) : openAssembly(assembly);
};

const playOne = async (
  scenario: Scenario,
  { seed, fault, json, out }: Options,
  assembly: OpenAssembly,
): Promise<boolean> => {
  const listen = json ? undefined : (moment: Parameters<typeof momentLine>[0]) => console.log(momentLine(moment));
  const [{ rehearse }, { toResult }, { writeRehearsal }] = await Promise.all([
    import('../rehearsal/rehearse'),
    import('../rehearsal/report/result'),
    import('../rehearsal/report/write'),
  ]);
  const rehearsal = await rehearse({
    plan: assembly.plan,
    scenario,
    seed,
    faults: fault,
    assemblyDir: assembly.dir,
    listen,
  });
  const written = writeRehearsal(rehearsal, out);
  console.log(json ? JSON.stringify(toResult(rehearsal), null, 2) : summary(rehearsal, written));
  return rehearsal.problems.length === 0;
};

const playAll = async (played: Scenario[], options: Options, { plan, dir }: OpenAssembly): Promise<boolean> => {
  const { seed, fault, json, out, jobs } = options;
  const progress = showProgress(played.length, 'rehearsals');
  const { rehearseAll } = await import('../rehearsal/all');
  const { table } = await import('../rehearsal/report/table');
  const rehearsals = await rehearseAll({
    scenarios: played,
    jobs,
    seed,
    faults: fault.map(({ id }) => id),
    out,
    assemblyDir: dir,
    ended: () => progress.step(),
  }).finally(progress.stop);
  const met = rehearsals.every((row) => row.met);
  const object = { application: plan.application, seed, met, rehearsals };
  console.log(json ? JSON.stringify(object, null, 2) : table(rehearsals, { fits: process.stdout.isTTY }));
  return met;
};

/** The scenarios that this plan can be rehearsed with: of all those that fit, of one that it must. */
const fitting = (wanted: Scenario[], { plan }: OpenAssembly, { all }: Options): Scenario[] => {
  const unfit = wanted.find(({ needs }) => needs?.has(plan) === false);
  if (!all && unfit) {
    throw new BadRequest(
      `${unfit.name} needs ${unfit.needs?.what}; name one, such as --plan examples/signals/plan.yaml`,
    );
  }
  return wanted.filter(({ needs }) => needs?.has(plan) ?? true);
};

const run = async (options: Options): Promise<boolean> => {
  const wanted = chosen(options);
  const assembly = await open(options);
  try {
    const played = fitting(wanted, assembly, options);
    return options.all ? await playAll(played, options, assembly) : await playOne(played[0]!, options, assembly);
  } finally {
    assembly.remove();
  }
};

const stop = (message: string, code: number): never => {
  console.error(message);
  process.exit(code);
};

const main = async (): Promise<void> => {
  // The SDK's notice about Node 20 would end up between the lines of the timeline.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  const options = command.parse().opts<Options>();
  if (options.list) return console.log([scenarioList(scenarios), faultList(faults)].join('\n\n'));
  try {
    if (!(await run(options))) process.exitCode = NOT_AS_EXPECTED;
  } catch (fault) {
    // Errors that say by themselves what is wrong and how to mend it.
    if (!(fault instanceof UnderstudyError || fault instanceof DeployFault)) throw fault;
    const isOfTheApp = fault instanceof DeployFault || fault instanceof CannotRehearse;
    stop(fault.message, isOfTheApp ? NOT_AS_EXPECTED : BAD_INPUT);
  }
};

void main();
