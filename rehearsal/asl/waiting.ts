import { setMaxListeners } from 'node:events';
import { Cancelled } from './faults';
import type { Surroundings } from './surroundings';

/** Waits in virtual time; less than 0 ms is now. When cancelled before, takes its timer off the clock and throws `Cancelled`. */
export const pause = (ms: number, clock: Surroundings['clock'], cancelled: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    stopIfCancelled(cancelled);
    const stop = clock.after(Math.max(0, ms), () => {
      cancelled.removeEventListener('abort', abandon);
      resolve();
    });
    const abandon = () => {
      stop();
      reject(new Cancelled());
    };
    cancelled.addEventListener('abort', abandon, { once: true });
  });

/** Throws `Cancelled` once nobody waits any more. */
export const stopIfCancelled = (cancelled: AbortSignal): void => {
  if (cancelled.aborted) throw new Cancelled();
};

/** Waits until cancelled, then throws `Cancelled`: for a race against what does not listen itself. */
export const untilCancelled = (cancelled: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    stopIfCancelled(cancelled);
    cancelled.addEventListener('abort', () => reject(new Cancelled()), { once: true });
  });

/**
 * Does some work under a signal of its own, which is aborted when the work ends, whichever way, or when `outer` is: so
 * nothing that the work began outlives it.
 */
export const scoped = async <T>(outer: AbortSignal, work: (cancelled: AbortSignal) => Promise<T>): Promise<T> => {
  stopIfCancelled(outer);
  const own = new AbortController();
  // Forty iterations may wait on one signal; Node takes more than ten listeners for a leak.
  setMaxListeners(0, own.signal);
  const abort = () => own.abort(OVER);
  outer.addEventListener('abort', abort, { once: true });
  try {
    return await work(own.signal);
  } finally {
    outer.removeEventListener('abort', abort);
    abort();
  }
};

/** Nobody asks for the reason; without one, an exception with a stack is made each time. */
const OVER = 'over';
