/** Seconds and milliseconds: simulated time is `Date`, frozen between events; every `…Ms` is milliseconds of it. */

/** A place in the network: a Region, or everything that is in none (`internet`: users, Slack, Route 53's checkers). */
export type Place = string;

/** Independent, seeded streams of numbers in [0, 1): a new consumer never disturbs the draws of another. */
export type RandomStreams = (stream: string) => () => number;

/** What happened, why, and when. `causes` are ids of earlier entries. */
export interface TraceEntry {
  readonly id: string;
  readonly causes: readonly string[];
  /** Milliseconds since the rehearsal began. */
  readonly t: number;
  readonly region: Place;
  /** check | metric | alarm | event | schedule | run | state | step | invoke | call | effect | fault | health | traffic | users | notice | log */
  readonly type: string;
  readonly what: string;
  readonly [detail: string]: unknown;
}

export interface Trace {
  /** Adds an entry and returns its id. */
  add(entry: Omit<TraceEntry, 'id' | 't'>): string;
  readonly entries: readonly TraceEntry[];
  /** Calls `seen` with every entry from now on. */
  onAdd(seen: (entry: TraceEntry) => void): void;
}

/** Which Regions live, and who reaches whom. Nothing says that a Region is dead: calls to it go unanswered. */
export interface Network {
  alive(region: Place): boolean;
  /** Whether a packet sent from `from` arrives at `to` (both alive, direction not cut). */
  reaches(from: Place, to: Place): boolean;
  kill(region: Place): void;
  revive(region: Place): void;
  /** Calls `what` once the Region lives again, in the order in which they asked; the result takes that back. */
  onRevival(region: Place, what: () => void): () => void;
  /** Cuts one direction; `*` stands for every other place. */
  cut(from: Place, to: Place): void;
  mend(from: Place, to: Place): void;
}

/** The virtual clock. Nothing in a rehearsal may wait by other means than this or `setTimeout`, which is faked. */
export interface VirtualClock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Calls `what` once after `ms`; the result cancels it. */
  after(ms: number, what: () => void): () => void;
  /** Calls `what` every `ms`, first after `firstMs`; the result stops it. */
  every(ms: number, what: () => void, firstMs?: number): () => void;
}

/** Named switches that scenarios turn on, and that simulated services obey. */
export interface Faults {
  /** How much later, in milliseconds, each copy of an event is delivered (F14–F17); once and at once, if absent, and no copy is a lost event. */
  eventCopies?: () => readonly number[];
  /** By how many milliseconds the clocks of a Region's functions are wrong (F22). */
  clockOffMs?: (region: string) => number;
  /** Whether the application refuses a write in a Region (F9). */
  writeFails?: (region: string) => boolean;
  /** Whether EventBridge Scheduler misses a start of this schedule (F38). */
  startMissed?: (schedule: { readonly name: string; readonly region: string }) => boolean;
  /** How much longer, in milliseconds, everybody waits for an HTTP answer of this Region's application (F10). */
  answersLaterMs?: (region: string) => number;
  /** Whether a function's work takes effect and its answer never comes, so that it times out (F18). */
  answerLost?: (fn: { readonly name: string; readonly region: string }) => boolean;
  /** Whether a resolver, by a number of its own in [0, 1), goes on with an answer whose TTL has run out (F31). */
  ttlIgnored?: (resolver: number) => boolean;
  /** Whether Lambda starts a new environment although one that stands since `sinceMs` is idle (F34). */
  environmentReplaced?: (fn: { readonly name: string; readonly region: string; readonly sinceMs: number }) => boolean;
  /** Whether nobody answers under this host name on the internet. */
  hostSilent?: (host: string) => boolean;
  /** What else than usual the certificate says that a host shows. */
  certificate?: (host: string) => { readonly validToMs?: number; readonly fits?: boolean };
  /** Whether this metric is lost, whoever publishes it (F12, F28). */
  metricMissed?: (metric: { readonly namespace: string; readonly name: string }) => boolean;
  /** How much longer, in milliseconds, a request travels before it takes effect (F20). */
  travelsLongerMs?: (request: {
    readonly service: string;
    readonly operation: string;
    readonly region: string;
  }) => number;
  /** Sees every SDK request that arrives; may throw the client's own exception, as a throttled service does (F24). */
  call?: (request: { readonly service: string; readonly operation: string; readonly region: string }) => void;
  /** After how many entries this operation ends a page, where it would not have ended it sooner. */
  pageEntriesMax?: (request: Asked) => number;
  /** What the caller is told instead of what the service answers: less of it, or what it answered a while ago (F28). */
  told?: (answered: Asked & { readonly input: object; readonly output: object }) => object;
}

/** What an SDK request asks for, and of which Region. */
export interface Asked {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
}

export interface World {
  readonly seed: number;
  readonly clock: VirtualClock;
  readonly random: RandomStreams;
  readonly network: Network;
  readonly trace: Trace;
  readonly faults: Faults;
  readonly busy: Busy;
  /** Calls `what` when the world is put away. */
  onClose(what: () => void): void;
}

/** Why virtual time stands still. */
export interface Busy {
  /** SDK calls on their way to the simulated endpoint, until they have arrived. */
  sends: number;
  /** What is done once all have arrived and every promise has settled, before time goes on. */
  readonly afterwards: (() => void)[];
}
