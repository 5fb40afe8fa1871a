import { TaskFault } from '../faults';
import type { Surroundings } from '../surroundings';

/** Somebody reports that a task is still being worked on. */
export interface Heartbeat {
  /** Starts the time anew. */
  readonly beat: () => void;
  /** Rejects with `States.Timeout` once no beat came for too long; never settles otherwise. */
  readonly stopped: Promise<never>;
}

/**
 * Watches for beats that are at most so many seconds apart; without a number, forever.
 * https://states-language.net/spec.html#timeouts-and-heartbeats. AWS calls it no other name, and gives it no cause: see `errorNames`.
 */
export const heartbeat = (
  seconds: number | undefined,
  clock: Surroundings['clock'],
  cancelled: AbortSignal,
): Heartbeat => {
  let beat = () => {};
  const stopped = new Promise<never>((_, reject) => {
    if (seconds === undefined) return;
    const start = () => clock.after(seconds * 1000, () => reject(new TaskFault('States.Timeout', '')));
    let stop = start();
    beat = () => {
      stop();
      stop = start();
    };
    cancelled.addEventListener('abort', () => stop(), { once: true });
  });
  return { beat, stopped };
};
