import type { Evidence } from '../../lambdas/evidence/compose';
import { evidenceKey } from '../../lambdas/evidence/store';
import { journeys } from '../../lambdas/plan/journeys';
import { names } from '../../lambdas/plan/names';
import type { Plan } from '../../lambdas/plan/plan';
import type { Cloud } from '../aws/cloud';
import type { Execution } from '../aws/services/compute';

/** A run of a journey, and what it left. */
export interface RunState {
  readonly name: string;
  readonly region: string;
  /** Milliseconds since 1970; without an end, it goes on or its Region took it along. */
  readonly startedMs: number;
  readonly endedMs?: number;
  /** A person stopped it in the console, so none of its states ran any more. */
  readonly isCut: boolean;
  /** A person started it from the console. */
  readonly byPerson: boolean;
  readonly evidence?: Evidence;
}

/** Every run that there was so far. */
export const runStates = (cloud: Cloud, plan: Plan): readonly RunState[] => {
  const machines = new Set(journeys.map((journey) => names(plan).machine(journey)));
  return cloud.states.executions
    .filter(({ machine }) => machines.has(machine))
    .map((execution) => ({
      name: execution.name,
      region: execution.region,
      startedMs: execution.startedAt,
      ...(execution.endedAt === undefined ? {} : { endedMs: execution.endedAt }),
      isCut: execution.status === 'ABORTED',
      byPerson: execution.causes.length === 0,
      ...evidenceOf(cloud, plan, execution),
    }));
};

const evidenceOf = ({ s3, account }: Cloud, plan: Plan, { name, region }: Execution): Pick<RunState, 'evidence'> => {
  const text = s3.object(names(plan).evidenceBucket(account, region), evidenceKey(name));
  return text === undefined ? {} : { evidence: JSON.parse(text) as Evidence };
};

/** The runs that made another Region the one that serves, in the order of their ends. */
export const movesIn = (runs: readonly RunState[]): readonly Moved[] =>
  runs
    .filter((run): run is Moved => run.evidence?.outcome === 'moved' && run.endedMs !== undefined)
    .sort((one, other) => one.endedMs - other.endedMs);

/** A run that ended `moved`. */
export type Moved = RunState & { readonly endedMs: number; readonly evidence: Evidence };
