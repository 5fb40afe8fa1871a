import type { Caller } from '../operation';

/** A caller whose calls travel through the simulated endpoint: one execution environment of a function. */
export interface Sender extends Caller {
  /** The run (execution name) on whose behalf the function works now, if any. */
  run(): string | undefined;
  /** The epoch of that run, as the function's payload told it. */
  epoch(): number | undefined;
  /** Whether the sender no longer runs: its Region died, or its function timed out. */
  gone(): boolean;
  /** Waits as the sender's own timers do: never ends once the sender is gone. */
  sleep(ms: number): Promise<void>;
}
