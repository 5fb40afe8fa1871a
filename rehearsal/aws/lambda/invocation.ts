import { isObject, type Json } from '../../asl/json';

/** One invocation as the execution environment that handles it knows it. */
export interface Invocation {
  /** The trace id of the invocation. */
  readonly id: string;
  readonly run: string | undefined;
  readonly epoch: number | undefined;
  /** An HTTP check was made; its trace id becomes a cause of the calls that follow. */
  note(checkId: string): void;
  /** Trace ids of what led to a call that is made now: the invocation, and the checks whose result it may carry. */
  causes(): readonly string[];
}

export const createInvocation = (id: string, run: string | undefined, payload: Json): Invocation => {
  let checks: string[] = [];
  let carried = false;
  return {
    id,
    run,
    epoch: epochOf(payload),
    note: (checkId) => {
      // Checks come in rounds, and calls report a round: the first check after a call begins the next one.
      checks = carried ? [checkId] : [...checks, checkId];
      carried = false;
    },
    causes: () => {
      carried = true;
      return [id, ...checks];
    },
  };
};

/** Every step's payload tells its move (DESIGN: `{application, run, epoch, from, to}`). */
const epochOf = (payload: Json): number | undefined => {
  const move = isObject(payload) ? payload.move : undefined;
  const epoch = isObject(move) ? move.epoch : undefined;
  return typeof epoch === 'number' ? epoch : undefined;
};
