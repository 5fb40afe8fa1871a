import type { Plan } from '../../lambdas/plan/plan';
import { colours as pc } from './colours';
import { outcomeOf } from '../outcome';
import type { Move } from '../moves';
import type { Rehearsal } from '../rehearse';
import type { Fault } from '../faults/fault';
import { expectationOf, type Scenario } from '../scenarios/scenario';
import type { Moment } from './chronicle';
import { milestonesOf } from './milestones';

/** One line of the timeline. */
export const momentLine = ({ t, region, what }: Moment): string =>
  `${pc.dim(virtualTime(t))}  ${region.padEnd(10)}  ${colour(what)}`;

/** `mm:ss.s` of virtual time. */
const virtualTime = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60);
  return `${String(minutes).padStart(2, '0')}:${(seconds - minutes * 60).toFixed(1).padStart(4, '0')}`;
};

const colour = (what: string): string => {
  if (/ down:|verdict hold|refused|needs-a-person|FAILED|→ ALARM/.test(what)) return pc.red(what);
  if (/verdict (wait|ask)|pending/.test(what)) return pc.yellow(what);
  if (/verdict proceed|: done,|SUCCEEDED|turned healthy| healthy:|: moved/.test(what)) return pc.green(what);
  return what;
};

/** What came of a rehearsal, for people: milestones, objectives, and whether all was as expected. */
export const summary = (rehearsal: Rehearsal, folder: string | undefined): string => {
  const { request, decisive, moves, problems } = rehearsal;
  const outcome = outcomeOf(rehearsal.runs) ?? 'no evidence';
  return [
    '',
    `${pc.bold(request.plan.application)} ${request.scenario.name} seed ${request.seed}: ${pc.bold(outcome)}`,
    ...(moves.length === 0
      ? [
          `  ${decisive?.evidence?.because ?? (rehearsal.runs.length === 0 ? 'no run was started' : 'no run left evidence')}`,
        ]
      : moves.flatMap((move, index) => [...(index === 0 ? [] : ['']), ...moveLines(move, request.plan)])),
    '',
    ...(problems.length === 0
      ? [pc.green(`as expected (${expectationOf(request.scenario, request.plan).outcome}); no invariant is violated`)]
      : [pc.red('not as expected:'), ...problems.map((problem) => pc.red(`  - ${problem}`))]),
    ...(folder === undefined ? [] : [`evidence and trace: ${folder}`]),
    '',
  ].join('\n');
};

/** Each move has its own loss, so its own times and objectives. */
const moveLines = (move: Move, plan: Plan): string[] => [
  `  ${move.evidence.because}`,
  ...milestoneLines(move),
  ...objectiveLines(move, plan),
];

const milestoneLines = (move: Move): string[] => {
  const milestones = milestonesOf(move);
  return [
    '',
    ...milestones.map(
      ({ name, afterSeconds }) => `  ${name.padEnd(20)}${afterSeconds.toFixed(1).padStart(8)} s after the loss`,
    ),
  ];
};

const objectiveLines = ({ observed }: Move, { objectives }: Plan): string[] => {
  const { rtoSeconds, rpoSeconds } = objectives;
  return [
    '',
    `  RTO as users saw it ${told(observed.rtoSeconds)}, the plan allows ${rtoSeconds} s`,
    `  RPO as users saw it ${told(observed.rpoSeconds)}, the plan allows ${rpoSeconds} s; ${observed.lostWrites.length} acknowledged writes were lost`,
  ];
};

const told = (seconds: number | null): string => (seconds === null ? 'none' : `${seconds.toFixed(1)} s`);

/** The scenarios, one a line, with what each expects. */
export const scenarioList = (scenarios: readonly Scenario[]): string =>
  inColumns(scenarios.map(({ name, journey, expects, summary: what }) => [name, journey, expects.outcome, what]));

/** The faults that can be added to a scenario, one a line. */
export const faultList = (faults: readonly Fault[]): string =>
  inColumns(faults.map(({ id, summary: what }) => [id, '--fault', what]));

/** Each column but the last as wide as its longest text. */
const inColumns = (rows: readonly (readonly string[])[]): string => {
  const widths = rows.reduce<readonly number[]>(
    (known, row) => row.map((text, at) => Math.max(known[at] ?? 0, text.length)),
    [],
  );
  return rows
    .map((row) =>
      row
        .map((text, at) => text.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
