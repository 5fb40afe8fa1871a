/** A function's own clock. The rehearsal's can drift and jump, as a machine's can. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds that only ever grow, whatever happens to the time of day. */
  steady(): number;
  sleep(ms: number): Promise<void>;
}

export const realClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** A time as people and items tell it, ISO 8601. */
export const iso = (ms: number): string => new Date(ms).toISOString();
