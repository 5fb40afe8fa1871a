import type { Rehearsal } from '../rehearse';
import type { TraceEntry } from '../world/world';
import { everyFault } from '../faults/all';
import { scenarios } from '../scenarios/all';

/** What a run got to: ids of faults, names of decision rules, states and operations that were refused. */
export interface Reached {
  readonly faults: readonly string[];
  readonly rules: readonly string[];
  readonly states: readonly string[];
  readonly operations: readonly string[];
}

/** The ids of all faults that a soak can reach: scenarios have some that are no spell. */
export const reachableFaults: readonly string[] = unique([
  ...everyFault.map(({ id }) => id),
  ...scenarios.flatMap(({ faults }) => faults),
]);

/** What a rehearsal got to, each once. */
export const reachedIn = ({ request, everyRun, trace }: Rehearsal): Reached => {
  return {
    faults: unique([...request.scenario.faults, ...spellsIn(request)]),
    rules: unique(everyRun.flatMap(({ evidence }) => evidence?.assessments.map(({ rule }) => String(rule)) ?? [])),
    states: statesIn(trace, request.plan.application),
    operations: unique(trace.flatMap(({ type, what }) => (type === 'call' ? refusedIn(what) : []))),
  };
};

const spellsIn = ({ spells = [] }: Rehearsal['request']): string[] =>
  spells.flatMap(({ fault }) => everyFault.filter(({ name }) => name === fault).map(({ id }) => id));

/** `failover: Assess`, for each state that a run entered. */
const statesIn = (entries: readonly TraceEntry[], application: string): readonly string[] => {
  const machines = new Map<unknown, string>();
  for (const { type, what, run } of entries) {
    const [, machine] = /^understudy-(\S+) \S+ starts$/.exec(type === 'run' ? what : '') ?? [];
    if (machine) machines.set(run, machine.slice(application.length + 1));
  }
  return unique(
    entries.flatMap(({ type, what, run }) => {
      // Of what runs in a Map or side by side, `Fence[0]/Fence: start entered`.
      const [, state] = /^(?:.*\/)?(.+) entered$/.exec(type === 'state' ? what : '') ?? [];
      return state === undefined ? [] : [`${machines.get(run) ?? 'unknown'}: ${state}`];
    }),
  );
};

/** `dynamodb PutItem ConditionalCheckFailedException`. */
const refusedIn = (what: string): string[] => {
  const [, operation, error] = /^(\S+ \S+) answers (\w+):/.exec(what) ?? [];
  return operation && error ? [`${operation} ${error}`] : [];
};

function unique(all: readonly string[]): readonly string[] {
  return [...new Set(all)].sort();
}
