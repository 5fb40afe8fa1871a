import type { Evidence, Outcome } from '../lambdas/evidence/compose';
import { evidenceKey } from '../lambdas/evidence/store';
import { names } from '../lambdas/plan/names';
import type { Plan } from '../lambdas/plan/plan';
import type { Cloud } from './aws/cloud';
import type { Execution } from './aws/services/compute';
import type { Trace, TraceEntry } from './world/world';

/** What started a run. */
export type RunStart = 'by an alarm' | 'by an observer' | 'by a schedule' | 'by an event';

/** One run of the journey, with the evidence that it left in the bucket. */
export interface RunRecord {
  readonly execution: Execution;
  readonly started: RunStart;
  /** Its Region died before it ended, so it can leave no evidence of its own. */
  readonly isCutShort: boolean;
  /** Parsed from the object in the simulated bucket; undefined where there is none. */
  readonly evidence?: Evidence;
  /** The object as it lies there. */
  readonly evidenceText?: string;
}

/** The runs of a journey, and of incidents, that started at or after a moment, in the order of their starts. */
export const runsOf = (cloud: Cloud, plan: Plan, journey: string, sinceMs: number): RunRecord[] =>
  executionsOf(cloud, plan, journey, sinceMs).map((execution) => {
    const bucket = names(plan).evidenceBucket(cloud.account, execution.region);
    const text = cloud.s3.object(bucket, evidenceKey(execution.name));
    const evidence = text === undefined ? {} : { evidence: JSON.parse(text) as Evidence, evidenceText: text };
    const isCutShort = execution.status === 'RUNNING' && !cloud.world.network.alive(execution.region);
    return { execution, started: startOf(execution, cloud.world.trace), isCutShort, ...evidence };
  });

const startOf = ({ input, causes }: Execution, trace: Trace): RunStart => {
  if (typeof input === 'object' && input !== null && 'observer' in input) return 'by an observer';
  if (isBehind(trace, causes, ({ type }) => type === 'alarm')) return 'by an alarm';
  return isBehind(trace, causes, ({ type }) => type === 'schedule') ? 'by a schedule' : 'by an event';
};

/** Whether such an entry stands somewhere behind these causes. */
export const isBehind = (
  { entries }: Trace,
  causes: readonly string[],
  isMeant: (entry: TraceEntry) => boolean,
): boolean => {
  const open = [...causes];
  const seen = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    // Ids count from t1, in the order of entries; a map of all of them would be made for every run.
    const entry = entries[Number(id.slice(1)) - 1];
    if (entry && isMeant(entry)) return true;
    open.push(...(entry?.causes ?? []));
  }
  return false;
};

/** Whatever the journey, an incident tells what became of it when nobody was left. */
export const executionsOf = ({ states }: Cloud, plan: Plan, journey: string, sinceMs: number): Execution[] => {
  const machines = [journey, 'incident'].map((name) => names(plan).machine(name));
  return states.executions.filter(({ machine, startedAt }) => machines.includes(machine) && startedAt >= sinceMs);
};

/** The run that matters: the one that moved, else the first that did not merely hold, else the first that can tell of itself. */
export const decisiveRun = (runs: readonly RunRecord[]): RunRecord | undefined =>
  runs.find(({ evidence }) => evidence?.outcome === 'moved') ??
  runs.find(({ evidence }) => evidence !== undefined && evidence.outcome !== 'held') ??
  runs.find(({ evidence }) => evidence !== undefined) ??
  runs[0];

/** What came of it all: where no run was started, nothing moved. */
export const outcomeOf = (runs: readonly RunRecord[]): Outcome | null =>
  runs.length === 0 ? 'held' : (decisiveRun(runs)?.evidence?.outcome ?? null);
