import { createNetwork } from './network';
import { createRandom } from './random';
import { installVirtualTime, type VirtualTime } from './virtual-time';
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
  const time = installVirtualTime(beginMs);
  const realRandom = Math.random;
  // The AWS SDK draws its retry delays from here.
  Math.random = random('Math.random');
  const clock = createClock(time);
  const busy: Busy = { sends: 0, afterwards: [] };
  const closings: (() => void)[] = [];
  return {
    seed,
    random,
    clock,
    busy,
    network: createNetwork(),
    trace: createTrace(clock, beginMs),
    faults: {},
    onClose: (what) => void closings.push(what),
    run: (promise) => drive(promise, time, busy, turn),
    close: () => {
      time.uninstall();
      Math.random = realRandom;
      for (const what of closings.splice(0)) what();
    },
  };
};

const createClock = ({ now, after }: VirtualTime): VirtualClock => ({
  now,
  after,
  sleep: (ms) => new Promise((resolve) => void after(ms, resolve)),
  every: (ms, what, firstMs = ms) => {
    let cancel = after(firstMs, function again() {
      cancel = after(ms, again);
      what();
    });
    return () => cancel();
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
const drive = async <T>(promise: Promise<T>, time: VirtualTime, busy: Busy, turn: typeof setImmediate): Promise<T> => {
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
    } else if (time.next()) {
      idleTurns = 0;
    } else if (++idleTurns > IDLE_TURNS_MAX) {
      throw new Error('the rehearsal waits for something that will never happen: no timer is left');
    }
  }
  return watched;
};

const STEPS_PER_TURN = 32;

const IDLE_TURNS_MAX = 100;
