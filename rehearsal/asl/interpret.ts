import type { Definition } from './definition';
import { ExecutionFault, TaskFault } from './faults';
import { createHistory } from './history';
import type { Json, JsonObject } from './json';
import { runStates } from './run-states';
import type { Surroundings } from './surroundings';
import { pause, scoped, untilCancelled } from './waiting';

/** What starts an execution. */
export interface Start {
  /** The execution's ARN. */
  readonly id: string;
  readonly name: string;
  /** The state machine's ARN. */
  readonly machineId: string;
  readonly machineName: string;
  readonly input: Json;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Trace ids of what started it. */
  readonly causes: readonly string[];
}

/** How an execution ended. */
export interface Ending {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  /** Trace ids of what ended it. */
  readonly causes: readonly string[];
}

/**
 * Runs an execution on the virtual clock. `result` rejects only where the simulation itself is at fault; when it settles,
 * none of the execution's timers is left on the clock. A function that is at work when `stopped` is aborted goes on.
 */
export const interpret = (
  definition: Definition,
  start: Start,
  surroundings: Surroundings,
  stopped: AbortSignal = new AbortController().signal,
): { readonly result: Promise<Ending> } => ({ result: run(definition, start, surroundings, stopped) });

const run = async (
  definition: Definition,
  start: Start,
  surroundings: Surroundings,
  stopped: AbortSignal,
): Promise<Ending> => {
  try {
    return await scoped(stopped, (cancelled) =>
      Promise.race([
        work(definition, start, surroundings, cancelled),
        timeOut(definition, start, surroundings, cancelled),
      ]),
    );
  } catch (fault) {
    return stopped.aborted ? { status: 'ABORTED', causes: [] } : failure(fault);
  }
};

const work = async (
  { machine }: Definition,
  start: Start,
  surroundings: Surroundings,
  cancelled: AbortSignal,
): Promise<Ending> => {
  const running = { surroundings, history: createHistory() };
  const scope = { running, prefix: '', context: contextOf(start), causes: start.causes, cancelled };
  const { output, causes } = await runStates(machine, start.input, scope);
  return { status: 'SUCCEEDED', output, causes };
};

/** Ends without error and cause, exactly at the time-out, as measured: https://github.com/floci-io/floci/issues/2733 */
const timeOut = async (
  { timeoutSeconds }: Definition,
  { startedAt, causes }: Start,
  { clock }: Surroundings,
  cancelled: AbortSignal,
): Promise<Ending> => {
  if (timeoutSeconds === undefined) return untilCancelled(cancelled);
  await pause(startedAt + timeoutSeconds * 1000 - clock.now(), clock, cancelled);
  return { status: 'TIMED_OUT', causes };
};

const failure = (fault: unknown): Ending => {
  if (!(fault instanceof TaskFault || fault instanceof ExecutionFault)) throw fault;
  return { status: 'FAILED', error: fault.error, cause: fault.message, causes: fault.causes };
};

const contextOf = ({ id, name, machineId, machineName, input, startedAt }: Start): JsonObject => ({
  Execution: { Id: id, Name: name, Input: input, StartTime: new Date(startedAt).toISOString() },
  StateMachine: { Id: machineId, Name: machineName },
});
