import type { VirtualClock } from '../world/world';
import type { Json } from './json';

/** Where in an execution something happens. */
export interface TaskPlace {
  readonly state: string;
  /** The state within its branches and iterations, such as `Make ready[0]/Promote[2]/Start promote`. */
  readonly path: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** Trace ids of what led to the task. */
  readonly causes: readonly string[];
}

/** Something that a state went through. */
export interface StateEvent {
  readonly type: 'entered' | 'exited' | 'failed' | 'retried' | 'caught';
  readonly state: string;
  readonly path: string;
  readonly error?: string;
  readonly cause?: string;
}

/** A task that waits until somebody returns its token. Each call names the trace ids of what made it. */
export interface TokenHolder {
  succeed(output: Json, causes: readonly string[]): void;
  fail(error: string, cause: string, causes: readonly string[]): void;
  /** The task is still being worked on. */
  beat(): void;
}

/** What an execution needs of the world around it. */
export interface Surroundings {
  readonly clock: Pick<VirtualClock, 'now' | 'after'>;
  /** Numbers in [0, 1), for jitter and the time that transitions take. */
  readonly random: () => number;
  /**
   * Runs a Task's resource; throws `TaskFault` with the error name that Step Functions would see. Any other error is a
   * fault of the simulation and rejects the execution's result. `cancelled` tells that nobody waits for the answer.
   */
  readonly task: (resource: string, payload: Json, at: TaskPlace, cancelled: AbortSignal) => Promise<Json>;
  /** Hands a payload over to a function and waits only until it is accepted; throws `TaskFault` where it is not. */
  readonly post: (resource: string, payload: Json, at: TaskPlace) => void;
  /** Makes a token with which others speak to `holder`, until `close`. */
  readonly issueToken: (holder: TokenHolder) => { readonly token: string; readonly close: () => void };
  /** Records an event; answers its trace id, which becomes the cause of what follows. */
  readonly event: (event: StateEvent, causes: readonly string[]) => string;
}
