import { standing, type Standing } from '../authority/standing';
import type { Journey } from '../plan/journeys';
import type { Plan, Region } from '../plan/plan';
import type { LedgerEntry } from './ledger';
import { stepsIn, type StepRecord } from './step-record';

/** How a run ended. */
export type Outcome = 'moved' | 'held' | 'aborted' | 'needs-a-person' | 'completed';

/** What is known of a run when it closes. */
export interface Closing {
  readonly journey: Journey;
  readonly run: string;
  readonly region: Region;
  readonly startedAt: string;
  readonly endedAt: string;
  /** The run's raw input. */
  readonly signal: unknown;
  readonly outcome: Outcome;
  readonly because: string;
  readonly move?: {
    readonly epoch: number;
    readonly from: Region;
    readonly to: Region;
    readonly lossBoundSeconds?: number;
    /** A person accepted a loss that the plan alone does not allow. */
    readonly lossAccepted?: boolean;
  };
  readonly fault?: { readonly error: string; readonly cause: string };
  /** Who may act at the end; absent where it could not be read. */
  readonly after?: Standing;
}

/** When the run reached its milestones, ISO 8601; absent where it never did. */
export interface Milestones {
  readonly lastHealthyAt?: string;
  readonly decidedAt?: string;
  readonly ledAt?: string;
  readonly fencedAt?: string;
  readonly promotedAt?: string;
  readonly provedAt?: string;
  readonly shiftedAt?: string;
  readonly verifiedAt?: string;
}

/** The whole record of a run: the object in the evidence bucket. */
export interface Evidence extends Closing {
  readonly version: 1;
  readonly application: string;
  readonly objectives: Plan['objectives'];
  readonly milestones: Milestones;
  /** Never better than what users saw (S31); null where nothing moved. */
  readonly measured: { readonly rtoSeconds: number | null; readonly rpoSecondsMax: number | null };
  /** Who could act when the run first looked; absent where it never could. */
  readonly before?: Standing;
  readonly assessments: readonly LedgerEntry[];
  readonly lead?: LedgerEntry;
  /** What a journey that does not assess found when it looked; absent where it noted nothing. */
  readonly findings?: readonly LedgerEntry[];
  readonly steps: readonly StepRecord[];
  readonly phases: readonly LedgerEntry[];
  /** What people were asked, and what they answered; absent where nobody was asked. */
  readonly asked?: readonly LedgerEntry[];
  readonly notices: readonly LedgerEntry[];
}

/** Composes a run's evidence from its ledger. */
export const compose = (plan: Plan, closing: Closing, entries: readonly LedgerEntry[]): Evidence => {
  const { journey, ...known } = closing;
  const named = (prefix: string) => entries.filter(({ entry }) => entry.startsWith(prefix)).sort(byTime);
  const steps = stepsIn(entries).sort(byTime);
  const assessments = named('assessment#');
  const lead = named('lead')[0];
  const findings = named('finding#');
  const asked = [...named('question#'), ...named('answer#')].sort(byTime);
  const milestones = reach(assessments, lead, steps, closing);
  return {
    version: 1,
    application: plan.application,
    journey,
    objectives: plan.objectives,
    ...known,
    milestones,
    measured: measure(plan, closing, milestones),
    ...before(assessments),
    assessments,
    ...(lead ? { lead } : {}),
    ...(findings.length > 0 ? { findings } : {}),
    steps,
    phases: named('phase#'),
    ...(asked.length > 0 ? { asked } : {}),
    notices: named('notice#'),
  };
};

const before = (assessments: readonly LedgerEntry[]): Pick<Evidence, 'before'> => {
  const [first] = assessments.flatMap((one) => standing.safeParse(one['standing']).data ?? []);
  return first ? { before: first } : {};
};

const byTime = (a: { readonly at: string }, b: { readonly at: string }): number => a.at.localeCompare(b.at);

const reach = (
  assessments: readonly LedgerEntry[],
  lead: LedgerEntry | undefined,
  steps: readonly StepRecord[],
  { outcome }: Closing,
): Milestones => {
  const lastDone = (phase: string) => steps.filter((step) => step.phase === phase && step.says === 'done').at(-1)?.at;
  const lastHealthyAt = assessments.at(-1)?.['lastHealthyAt'];
  const found: Record<string, unknown> = {
    lastHealthyAt,
    decidedAt: assessments.at(-1)?.at,
    ledAt: lead?.at,
    fencedAt: lastDone('fence'),
    promotedAt: lastDone('promote'),
    provedAt: lastDone('prove'),
    shiftedAt: lastDone('shift'),
    verifiedAt: outcome === 'moved' ? lastDone('verify') : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, at]) => at !== undefined));
};

/**
 * From the last time the Region was seen healthy to the proof that names answer the target, plus the records' TTL that
 * users' resolvers may still keep: users never saw it longer, so the figure is never better than theirs (S31).
 */
const measure = (
  plan: Plan,
  { outcome, move }: Closing,
  { lastHealthyAt, verifiedAt }: Milestones,
): Evidence['measured'] => {
  if (outcome !== 'moved' || !lastHealthyAt || !verifiedAt) return { rtoSeconds: null, rpoSecondsMax: null };
  const ttls = plan.resources.map((resource) => ('ttlSeconds' in resource ? resource.ttlSeconds : 0));
  return {
    rtoSeconds: (Date.parse(verifiedAt) - Date.parse(lastHealthyAt)) / 1000 + Math.max(0, ...ttls),
    rpoSecondsMax: move?.lossBoundSeconds ?? null,
  };
};
