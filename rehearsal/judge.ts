import * as z from 'zod';
import type { Evidence } from '../lambdas/evidence/compose';
import type { Plan } from '../lambdas/plan/plan';
import type { Records } from './aws/endpoint/records';
import type { Violation } from './invariants/recording';
import { problemsOf } from './judge-move';
import type { Move } from './moves';
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
  /** Every move that was made, in their order. */
  readonly moves: readonly Move[];
  readonly observed: ObservedObjectives;
  readonly violations: readonly Violation[];
  /** What was not as it must be before the strike. */
  readonly unsteady: readonly string[];
  /** What was not as the scenario expects to leave it. */
  readonly leftWrong: readonly string[];
  readonly records: Pick<Records, 'effects' | 'notSimulated'>;
  readonly trace: readonly TraceEntry[];
  /** When the rehearsal began and the scenario struck, in milliseconds since 1970. */
  readonly beganMs: number;
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
const failedFunctions = (one: Case): string[] => {
  const { expects, isSpoilt, trace, beganMs } = one;
  if (isSpoilt || expects.outcome === 'aborted') return [];
  const failed = trace.filter(({ type, what }) => type === 'step' && FAILED.test(what));
  return [
    ...new Set(
      failed.filter(({ t, region }) => region === runAt(one, beganMs + t)?.execution.region).map(({ what }) => what),
    ),
  ];
};

/** The run that matters at a moment: where one move followed another, each until the loss that the next answers. */
const runAt = ({ runs, moves }: Case, atMs: number): RunRecord | undefined =>
  moves.find((_, index) => atMs < (moves[index + 1]?.lostMs ?? Infinity))?.run ?? decisiveRun(runs);

const FAILED = / failed: /;

const unexpectedRun = (one: Case): string[] => {
  const { expects, runs, moves, records } = one;
  const run = decisiveRun(runs);
  if (!run) return isCalm(one) ? [] : ['no run was started'];
  if (!run.evidence) return unlikeExpected(one, run);
  return [
    ...(moves.length === 0 ? [run] : moves.map((move) => move.run)).flatMap((each) => unlikeExpected(one, each)),
    ...unexpectedEffects(expects, records),
    ...stoppedRuns(one),
    ...withoutEvidence(runs),
  ];
};

const unlikeExpected = ({ expects, isSpoilt }: Case, { execution, evidence, started }: RunRecord): string[] => {
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
  ];
};

/** Where a run would only have held, an event that is lost is no loss. */
const isCalm = ({ expects, isSpoilt = false }: Case): boolean =>
  expects.started === 'never' || (isSpoilt && expects.outcome === 'held');

/** What died with its Region leaves nothing, but whoever went on, found it dead or told people must tell of it (S30). */
const withoutEvidence = (runs: readonly RunRecord[]): string[] => {
  const told = runs.flatMap(({ evidence }) => [...(evidence?.continues ?? []), ...foundDead(evidence)]);
  const isTold = ({ execution: { name, region } }: RunRecord) =>
    told.some((one) => one.name === name && one.region === region);
  return runs
    .filter((run) => !run.evidence && !(run.isCutShort && isTold(run)))
    .map(
      ({ execution }) =>
        `run ${execution.name} in ${execution.region} left no evidence, and no other tells of it (S30)`,
    );
};

const abandonedLeader = z.object({
  facts: z.object({
    authority: z.object({
      leader: z.object({ run: z.string(), region: z.string(), abandoned: z.literal(true) }),
    }),
  }),
});

const foundDead = (evidence: Evidence | undefined): { readonly name: string; readonly region: string }[] =>
  (evidence?.assessments ?? []).flatMap((assessment) => {
    const leader = abandonedLeader.safeParse(assessment).data?.facts.authority.leader;
    return leader ? [{ name: leader.run, region: leader.region }] : [];
  });

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

/** Each move keeps to the objectives by itself: one that was quick makes up for no other. */
const missedObjectives = (one: Case): string[] =>
  one.expects.outcome === 'moved' ? one.moves.flatMap((move) => problemsOf(move, one)) : [];
