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
  /** Its Region died while it ran, or a person stopped it in the console: either way none of its states ran any more. */
  readonly isCut: boolean;
  /** A person started it from the console. */
  readonly byPerson: boolean;
  readonly evidence?: Evidence;
}

/** Watches over which runs a Region dies; the result tells every run there was. */
export const watchRuns = (cloud: Cloud, plan: Plan): (() => readonly RunState[]) => {
  const { network, trace } = cloud.world;
  const machines = new Set(journeys.map((journey) => names(plan).machine(journey)));
  const deathsAtStart = new Map<string, number>();
  const cut = new Set<string>();
  const isCut = (run: Pick<Execution, 'name' | 'region'>) =>
    network.deaths(run.region) > (deathsAtStart.get(keyOf(run)) ?? 0);
  trace.onAdd(({ type, region, run }) => {
    if (type !== 'run' || typeof run !== 'string') return;
    // The first entry of a run is its start, the other one its end.
    const key = keyOf({ name: run, region });
    if (!deathsAtStart.has(key)) deathsAtStart.set(key, network.deaths(region));
    else if (isCut({ name: run, region })) cut.add(key);
  });
  return () =>
    cloud.states.executions
      .filter(({ machine }) => machines.has(machine))
      .map((execution) => ({
        name: execution.name,
        region: execution.region,
        startedMs: execution.startedAt,
        ...(execution.endedAt === undefined ? {} : { endedMs: execution.endedAt }),
        isCut:
          execution.status === 'ABORTED' ||
          cut.has(keyOf(execution)) ||
          (execution.endedAt === undefined && isCut(execution)),
        byPerson: execution.causes.length === 0,
        ...evidenceOf(cloud, plan, execution),
      }));
};

const keyOf = ({ name, region }: Pick<Execution, 'name' | 'region'>): string => `${name} ${region}`;

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
