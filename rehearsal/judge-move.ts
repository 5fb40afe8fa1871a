import type { Evidence } from '../lambdas/evidence/compose';
import { names } from '../lambdas/plan/names';
import type { Plan } from '../lambdas/plan/plan';
import type { Move } from './moves';
import type { TraceEntry } from './world/world';

/** What a rehearsal tells of a move beside its own part. */
interface Surroundings {
  readonly plan: Plan;
  readonly trace: readonly TraceEntry[];
  /** Milliseconds since 1970. */
  readonly beganMs: number;
}

/** What users missed of a single move, or its evidence told better than it was. */
export const problemsOf = (move: Move, around: Surroundings): string[] => {
  const { evidence: moved, observed } = move;
  const { rtoSeconds, rpoSeconds, outages } = observed;
  const { objectives } = around.plan;
  return [
    ...(outages.some(({ untilMs }) => untilMs === undefined) ? ['users are not served again'] : []),
    ...offSwitches(around, move),
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
const offSwitches = ({ plan, trace, beganMs }: Surroundings, { evidence: { move }, untilMs }: Move): string[] => {
  const to = move?.to;
  const check = `health check ${names(plan).switchAlarm(to ?? '')} (`;
  const said = trace.findLast(({ t, what }) => beganMs + t <= untilMs && what.startsWith(check));
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
