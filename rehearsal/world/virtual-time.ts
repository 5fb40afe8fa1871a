import { createAgenda } from './agenda';

/** Time that passes only when it is told to, in place of `Date` and `setTimeout` of this process. */
export interface VirtualTime {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `what` once after `ms`; the result cancels it. */
  after(ms: number, what: () => void): () => void;
  /** Lets time pass until the next timer, and fires it; false where there is none. */
  next(): boolean;
  /** Gives the real ones back. */
  uninstall(): void;
}

/** Puts virtual time in place. What a library for it cost is in bench/README.md. */
export const installVirtualTime = (beginMs: number): VirtualTime => {
  let nowMs = beginMs;
  const agenda = createAgenda();
  const now = () => nowMs;
  const after = (ms: number, what: () => void) => agenda.add(nowMs + (ms > 0 ? Math.trunc(ms) : 0), what);
  const real = { Date, setTimeout, clearTimeout, setInterval };
  Object.assign(globalThis, {
    Date: virtualDate(now),
    setTimeout: (what: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) =>
      new Timer(after(asNodeWaits(Number(ms)), () => what(...args))),
    clearTimeout: (timer?: NodeJS.Timeout | Timer) =>
      timer instanceof Timer ? timer.close() : real.clearTimeout(timer),
    setInterval: () => {
      throw new Error('nothing in a rehearsal repeats by itself; use `every` of its clock');
    },
  });
  return {
    now,
    after,
    next: () => {
      const due = agenda.next();
      if (!due) return false;
      nowMs = due.atMs;
      due.what();
      return true;
    },
    uninstall: () => void Object.assign(globalThis, real),
  };
};

/** Whatever is less, more or no number is 1 ms: https://nodejs.org/docs/latest-v20.x/api/timers.html */
const asNodeWaits = (ms: number): number => (ms >= 1 && ms < 2 ** 31 ? ms : 1);

/** What `setTimeout` answers, as far as it is used; nothing waits for a process to end. */
class Timer {
  constructor(readonly close: () => void) {}
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}

/** Makes real dates, and knows another time than they do. */
const virtualDate = (now: () => number): DateConstructor => {
  const Real = Date;
  const virtual = function (this: unknown, ...args: ConstructorParameters<DateConstructor> | []) {
    if (new.target === undefined) return new Real(now()).toString();
    return args.length === 0 ? new Real(now()) : new Real(...args);
  };
  return Object.assign(virtual, {
    now,
    parse: Real.parse,
    UTC: Real.UTC,
    // So that the dates of either are dates of both.
    prototype: Real.prototype,
  }) as unknown as DateConstructor;
};
