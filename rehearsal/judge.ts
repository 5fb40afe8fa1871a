import type { Evidence } from '../lambdas/evidence/compose';
import { names } from '../lambdas/plan/names';
import type { Plan } from '../lambdas/plan/plan';
import type { Records } from './aws/endpoint/records';
import type { Violation } from './invariants/recording';
import { decisiveRun, type RunRecord } from './outcome';
import type { Expectation } from './scenarios/scenario';
import type { ObservedObjectives } from './world/objectives';
import type { TraceEntry } from './world/world';

/** Everything that a rehearsal is judged by. */
export interface Case {
  readonly plan: Plan;
  readonly expects: Expectation;
  /** Faults were added to the scenario's own: a run may start otherwise, and functions may fail and be retried. */
  readonly isSpoilt?: boolean;
  readonly runs: readonly RunRecord[];
  readonly observed: ObservedObjectives;
  readonly violations: readonly Violation[];
  /** What was not as it must be before the strike. */
  readonly unsteady: readonly string[];
  /** What was not as the scenario expects to leave it. */
  readonly leftWrong: readonly string[];
  readonly records: Pick<Records, 'effects' | 'notSimulated'>;
  readonly trace: readonly TraceEntry[];
  /** When the scenario struck, in milliseconds since 1970. */
  readonly struckMs: number;
}

/** What is not as expected, in words; empty when the rehearsal is met. */
export const findProblems = (one: Case): string[] => [
  ...one.unsteady.map((what) => `before the strike: ${what}`),
  ...one.violations.map(({ invariant, because }) => `${invariant} is violated: ${because}`),
  ...untrueSimulation(one),
  ...deniedCalls(one),
  ...failedFunctions(one),
  ...unexpectedRun(one),
  ...missedObjectives(one),
  ...disturbedUsers(one),
  ...one.leftWrong,
];

const untrueSimulation = ({ records, runs }: Case): string[] => [
  ...records.notSimulated,
  ...runs.filter(({ execution }) => execution.error === 'SimulationFault').map(({ execution }) => `${execution.cause}`),
];

/** Nobody should ever ask for what the template does not allow. */
const deniedCalls = ({ trace }: Case): string[] => [
  ...new Set(trace.filter(({ what }) => what.includes('is not authorized to perform')).map(({ what }) => what)),
];

/** A run that is not meant to fail may survive a step that does, so that nobody would hear of a function that never works. */
const failedFunctions = ({ expects, isSpoilt, runs, trace }: Case): string[] => {
  const region = decisiveRun(runs)?.execution.region;
  if (isSpoilt || expects.outcome === 'aborted') return [];
  const failed = trace.filter((entry) => entry.type === 'step' && entry.region === region && FAILED.test(entry.what));
  return [...new Set(failed.map(({ what }) => what))];
};

const FAILED = / failed: /;

const unexpectedRun = (one: Case): string[] => {
  const { expects, isSpoilt, runs, records } = one;
  const run = decisiveRun(runs);
  if (!run) return isCalm(one) ? [] : ['no run was started'];
  const { execution, evidence, started } = run;
  if (!evidence)
    return [`run ${execution.name} left no evidence; it ended ${execution.status} ${execution.cause ?? ''}`];
  const verdicts = evidence.assessments.map(({ says }) => says);
  return [
    ...(mayHold(expects, evidence) ? [] : differ('the outcome', evidence.outcome, expects.outcome, evidence.because)),
    ...(expects.started && !isSpoilt ? differ('the start of the run', started, expects.started) : []),
    ...(expects.error ? differ('the error of the run', execution.error ?? 'none', expects.error) : []),
    ...(expects.because?.test(evidence.because) === false ? [`the evidence says: ${evidence.because}`] : []),
    ...(isSpoilt ? [] : (expects.verdicts ?? []))
      .filter((says) => !verdicts.includes(says))
      .map((says) => `no verdict was ${says}`),
    ...unexpectedEffects(expects, records),
    ...stoppedRuns(one),
    ...runs.filter((other) => !other.evidence).map((other) => `run ${other.execution.name} left no evidence (S30)`),
  ];
};

/** Where a run would only have held, an event that is lost is no loss. */
const isCalm = ({ expects, isSpoilt = false }: Case): boolean =>
  expects.started === 'never' || (isSpoilt && expects.outcome === 'held');

const mayHold = ({ mayHold }: Expectation, { outcome, assessments }: Evidence): boolean =>
  outcome === 'held' &&
  (mayHold === 'always' || (mayHold === 'when it asks' && assessments.some(({ says }) => says === 'ask')));

const unexpectedEffects = ({ outcome, changes = [] }: Expectation, { effects }: Case['records']): string[] =>
  outcome === 'moved'
    ? []
    : effects
        .filter(({ operation }) => !changes.includes(operation))
        .map(({ operation, target }) => `${operation} changed ${target}`);

/** A later run may have moved after all, but whoever was paged was paged. */
const stoppedRuns = ({ expects, runs }: Case): string[] =>
  expects.outcome === 'needs-a-person'
    ? []
    : runs.flatMap(({ execution, evidence }) =>
        evidence?.outcome === 'needs-a-person' ? [`run ${execution.name} needed a person: ${evidence.because}`] : [],
      );

const disturbedUsers = (one: Case): string[] => {
  const { expects, observed } = one;
  if (expects.users === 'cut off by their gate') return gateMissed(one);
  if (expects.users === undefined || observed.outages.length === 0) return [];
  return [`users were not served for ${observed.rtoSeconds} s, although nothing may disturb them`];
};

/** Users lose their service when the gate's last renewal has run out: not before, and not much later (S13). */
const gateMissed = ({ plan: { authority }, observed, struckMs }: Case): string[] => {
  const { ttlSeconds, marginSeconds, renewSeconds } = authority.lease;
  const openSeconds = ttlSeconds - marginSeconds;
  const [first] = observed.outages;
  if (!first) return ['users went on writing although nobody renewed the gate'];
  const afterSeconds = (first.fromMs - struckMs) / 1000;
  if (afterSeconds >= openSeconds - 2 * renewSeconds && afterSeconds <= openSeconds + renewSeconds) return [];
  return [
    `users were cut off ${afterSeconds.toFixed(0)} s after the last renewal; the gate stays open for ${openSeconds} s`,
  ];
};

const differ = (what: string, is: string, wanted: string, why?: string): string[] =>
  is === wanted ? [] : [`${what} is ${is}, not ${wanted}${why === undefined ? '' : `: ${why}`}`];

const missedObjectives = (one: Case): string[] => {
  const { plan, expects, observed, runs } = one;
  const moved = decisiveRun(runs)?.evidence;
  if (expects.outcome !== 'moved' || moved?.outcome !== 'moved') return [];
  const { rtoSeconds, rpoSeconds, outages } = observed;
  const objectives = plan.objectives;
  return [
    ...(outages.some(({ untilMs }) => untilMs === undefined) ? ['users are not served again'] : []),
    ...offSwitches(one, moved.move?.to),
    ...tooLong('RTO', rtoSeconds, objectives.rtoSeconds),
    ...tooLong('RPO', rpoSeconds, objectives.rpoSeconds),
    ...flattering('RTO', moved.measured.rtoSeconds, rtoSeconds),
    ...(acceptedUnknown(moved) ? [] : flattering('RPO', moved.measured.rpoSecondsMax, rpoSeconds)),
  ];
};

/** A person moved it although nobody knew the loss; the evidence says so, and tells no number. */
const acceptedUnknown = ({ move, measured }: Evidence): boolean =>
  move?.lossAccepted === true && move.lossBoundSeconds === undefined && measured.rpoSecondsMax === null;

/** Users may reach the target only because its switch is on, not because every switch is off (S24). */
const offSwitches = ({ plan, trace }: Case, to: string | undefined): string[] => {
  const said = trace
    .filter(({ what }) => what.startsWith(`health check ${names(plan).switchAlarm(to ?? '')} (`))
    .at(-1);
  return said?.what.endsWith('turned healthy') ? [] : [`the switch of ${to} never turned on`];
};

const tooLong = (what: string, is: number | null, allowed: number): string[] => {
  if (is === null) return [`users saw no ${what}: nothing failed for them`];
  return is > allowed ? [`users saw an ${what} of ${is} s; the plan allows ${allowed} s`] : [];
};

/** A report must not be better than what users saw (S31). */
const flattering = (what: string, told: number | null, seen: number | null): string[] =>
  told === null || (seen !== null && told < seen)
    ? [`the evidence tells an ${what} of ${told} s, users saw ${seen} s`]
    : [];
