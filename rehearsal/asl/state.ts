import type { Catcher } from './errors/catch';
import type { History } from './history';
import type { Json, JsonObject } from './json';
import type { Retrier } from './errors/retry';
import type { Surroundings } from './surroundings';

/** A state, read and ready to run. */
export interface State {
  /** Where it may lead, each with the field that says so. */
  readonly leadsTo: readonly { readonly field: string; readonly to: string }[];
  readonly retry?: readonly Retrier[];
  readonly catch?: readonly Catcher[];
  /** Tries once; throws `TaskFault` for what Retry and Catch may handle. */
  readonly attempt: (input: Json, visit: Visit) => Promise<Outcome>;
}

/** States that lead to each other: a whole definition, a branch, or an item processor. */
export interface Machine {
  readonly startAt: string;
  readonly states: ReadonlyMap<string, State>;
}

/** What a state, or a machine, came to. */
export interface Outcome {
  readonly output: Json;
  /** The state that follows; undefined at the end of its machine. */
  readonly next?: string | undefined;
  /** Trace ids of what it came from. */
  readonly causes: readonly string[];
}

/** What everything in one execution shares. */
export interface Running {
  readonly surroundings: Surroundings;
  readonly history: History;
}

/** Where a machine runs: at the top, in a branch, or in an iteration. */
export interface Scope {
  readonly running: Running;
  /** What stands before the names of the states in paths; empty at the top. */
  readonly prefix: string;
  /** The context object as far as it is the same in all states of the scope; `Map` is in it in iterations. */
  readonly context: JsonObject;
  readonly causes: readonly string[];
  readonly cancelled: AbortSignal;
}

/** One attempt at a state. */
export interface Visit extends Scope {
  readonly state: string;
  readonly path: string;
  /** The whole context object, `$$`. */
  readonly context: JsonObject;
  /** 1 for the first. */
  readonly attempt: number;
}
