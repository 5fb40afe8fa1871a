import { install, type Clock as FakeClock } from '@sinonjs/fake-timers';
import { createNetwork } from './network';
import { createRandom } from './random';
import type { Busy, Trace, TraceEntry, VirtualClock, World } from './world';

/** A world that can be driven and put away. Only one may exist in a process at a time: it owns the timers. */
export interface DrivenWorld extends World {
  /** Lets virtual time pass until the promise settles. */
  run<T>(promise: Promise<T>): Promise<T>;
  /** Gives the real timers and `Math.random` back. */
  close(): void;
}

/** Rehearsals begin on the same Tuesday unless they say otherwise, so that a seed gives the same dates in every year. */
const BEGINNING = Date.UTC(2026, 0, 6, 9, 0, 0);

/** Installs virtual time and seeded randomness, and makes an empty world of it. */
export const createWorld = (seed: number, beginMs = BEGINNING): DrivenWorld => {
  const random = createRandom(seed);
  const turn = setImmediate;
  const timers = install({
    now: beginMs,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
  const realRandom = Math.random;
  // The AWS SDK draws its retry delays from here.
  Math.random = random('Math.random');
  const clock = createClock();
  const busy: Busy = { sends: 0, afterwards: [] };
  return {
    seed,
    random,
    clock,
    busy,
    network: createNetwork(),
    trace: createTrace(clock, beginMs),
    faults: {},
    run: (promise) => drive(promise, timers, busy, turn),
    close: () => {
      timers.uninstall();
      Math.random = realRandom;
    },
  };
};

const createClock = (): VirtualClock => ({
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  after: (ms, what) => {
    const timer = setTimeout(what, ms);
    return () => clearTimeout(timer);
  },
  every: (ms, what, firstMs = ms) => {
    let timer = setTimeout(function again() {
      timer = setTimeout(again, ms);
      what();
    }, firstMs);
    return () => clearTimeout(timer);
  },
});

const createTrace = (clock: VirtualClock, beginMs: number): Trace => {
  const entries: TraceEntry[] = [];
  const listeners: ((entry: TraceEntry) => void)[] = [];
  return {
    entries,
    add: (details) => {
      const entry = { id: `t${entries.length + 1}`, t: clock.now() - beginMs, ...details } as TraceEntry;
      entries.push(entry);
      for (const seen of listeners) seen(entry);
      return entry.id;
    },
    onAdd: (seen) => void listeners.push(seen),
  };
};

/**
 * All promises settle before the next timer fires. A tick of Node's is enough for that; a real turn of the event loop costs a
 * tenth of a rehearsal, and is taken now and then, because rejections that nobody handles are only looked for after one, and
 * whenever something real is waited for.
 */
const drive = async <T>(promise: Promise<T>, timers: FakeClock, busy: Busy, turn: typeof setImmediate): Promise<T> => {
  let settled = false;
  const watched = promise.finally(() => {
    settled = true;
  });
  watched.catch(() => undefined);
  for (let idleTurns = 0, steps = 0; !settled; steps += 1) {
    const isTurn = busy.sends > 0 || idleTurns > 0 || steps % STEPS_PER_TURN === 0;
    await new Promise<void>((resolve) => (isTurn ? turn(resolve) : process.nextTick(resolve)));
    if (settled || busy.sends > 0) continue;
    if (busy.afterwards.length > 0) {
      for (const what of busy.afterwards.splice(0)) what();
    } else if (timers.countTimers() > 0) {
      idleTurns = 0;
      timers.next();
    } else if (++idleTurns > IDLE_TURNS_MAX) {
      throw new Error('the rehearsal waits for something that will never happen: no timer is left');
    }
  }
  return watched;
};

const STEPS_PER_TURN = 32;

const IDLE_TURNS_MAX = 100;
