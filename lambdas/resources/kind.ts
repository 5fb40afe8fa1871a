import type { Outside } from '../outside';
import type { Plan, Region } from '../plan/plan';

/** Where an acting step stands; `because` is a sentence for the operator. */
export type Progress =
  | { readonly says: 'done'; readonly because: string }
  | { readonly says: 'pending'; readonly because: string; readonly againInSeconds: number }
  | { readonly says: 'refused'; readonly because: string };

export const done = (because: string): Progress => ({ says: 'done', because });
export const refused = (because: string): Progress => ({ says: 'refused', because });
export const pending = (because: string, againInSeconds = 5): Progress => ({
  says: 'pending',
  because,
  againInSeconds,
});

/** What a run moves, and under which epoch. */
export interface Move {
  readonly run: string;
  readonly epoch: number;
  readonly from: Region;
  readonly to: Region;
  /** At most this many seconds of writes are lost by promoting (S15); undefined when nobody knows. */
  readonly lossBoundSeconds?: number;
  /** A person accepted a loss that the plan alone does not allow. */
  readonly lossAccepted?: boolean;
  /** Why a person attests that nothing writes in the old Region any more; then no fence need be confirmed (S14). */
  readonly fenceAttested?: string;
  /** Pages of the lost Region that answered nobody when the move was decided. */
  readonly silentChecks?: readonly string[];
}

/** What a backup saves: the cluster that writes in `from` into a recovery point there, and a copy of it into `to`. */
export interface Saving extends Move {
  /** The time in the recovery point's name, such as `20260106t1200`: the same name again is the same point. */
  readonly point: string;
}

/** A recovery point as it lies in one Region. */
export interface RecoveryPoint {
  readonly id: string;
  readonly arn: string;
  /** What it was copied from; absent for an original. */
  readonly copiedFrom?: string;
  /** The moment that it restores, ISO 8601. */
  readonly at: string;
  readonly bytes: number;
  readonly state: 'making' | 'available' | 'failed';
  /** Whether it can be relied on: available, encrypted, not empty, and of a cluster of this resource (I18). */
  readonly good: boolean;
}

/** A person lets writers write until a date, although nobody renews their gate (docs/write-gate.md). */
export interface BreakGlass {
  /** ISO 8601, both; never longer apart than `BREAK_GLASS_SECONDS_MAX`. */
  readonly from: string;
  readonly until: string;
  readonly by: string;
  readonly reason: string;
}

/** Until when a gate may be open, in milliseconds since 1970, and under which epoch. */
export interface GateTime {
  readonly untilMs: number;
  readonly epoch: number;
  /** What a person wrote into this gate, and no renewal may wipe out. */
  readonly breakGlass?: BreakGlass;
}

/** What a change replaces, as plain data: noted in the ledger before it is made, so that it can be taken back (S28). */
export type Before = Readonly<Record<string, unknown>>;

/** What `steps` lends to a capability, so that kinds need not know the authority's table. */
export interface Authority {
  /** Milliseconds since 1970 (this Region's clock) from which the old Region's gates are closed for certain (S14). */
  oldGateClosedAt(): Promise<number>;
  /** Says that a break-glass keeps the old Region's gates open until its date: nobody may count on less (S14). */
  oldGateStaysOpen(breakGlass: BreakGlass): Promise<void>;
  /** Gives the lease to `move.to` and says until when its gates may be open; undefined if this run no longer leads. */
  grantLease(): Promise<GateTime | undefined>;
  /**
   * Turns traffic on in `move.to` alone and tells the switches at once where it can (S24); answers which switch Regions
   * heard it, or undefined if this run no longer leads.
   */
  switchTraffic(): Promise<readonly Region[] | undefined>;
}

/** Everything a capability may use. */
export interface Ways {
  readonly outside: Outside;
  readonly plan: Plan;
  readonly authority: Authority;
  /** When this step was started, ISO 8601: what it closed was closed later than that. */
  readonly startedAt: string;
  /**
   * To be called right before the first change: records the intent, and what an undo would need, and throws when this run
   * may not act any more. What an earlier attempt told of before stays, because the change may have been made since.
   */
  readonly aboutToAct: (before?: Before) => Promise<void>;
  /** Asks the lost Region's pages once more; a sentence if they answer again, which forbids a lossy promotion (S15). */
  readonly suspectAnswers: () => Promise<string | undefined>;
}

/**
 * A desired-state capability: `start` makes the change unless it is already so, `poll` only looks. When `start` refuses
 * without having called `aboutToAct`, it has changed nothing.
 */
export interface Acting<R, M extends Move = Move> {
  /** After this many seconds without `done`, the step is refused. */
  readonly deadlineSeconds: number;
  start(resource: R, move: M, ways: Ways): Promise<Progress>;
  poll(resource: R, move: M, ways: Ways): Promise<Progress>;
}

/** Lag of the replica in `to`, with the time of the sample; undefined is unknown. */
export interface LagSample {
  readonly resource: string;
  readonly from: Region;
  readonly to: Region;
  readonly seconds: number;
  /** When the sample was taken, ISO 8601; at the earliest, where only a time is known in which it was. */
  readonly at: string;
  /** The end of that time; absent where `at` is the very moment. */
  readonly notAfter?: string;
}

/** Whether a resource could take over in a Region (S18). */
export interface Readiness {
  readonly resource: string;
  readonly region: Region;
  readonly says: 'ready' | 'not-ready' | 'unknown';
  readonly because: string;
}

/** What can be said of and done to a kind of resource. A phase runs one capability over every resource that has it. */
export interface Kind<R> {
  measureLag?(resource: R, between: { from: Region; to: Region }, outside: Outside): Promise<LagSample | undefined>;
  readiness?(resource: R, region: Region, outside: Outside): Promise<Readiness>;
  /** The Region where the resource accepts writes now; undefined is unknown. */
  findWriter?(resource: R, seenFrom: Region, outside: Outside): Promise<Region | undefined>;
  /** Opens or renews the gate in the Region that has the lease. */
  holdGate?(resource: R, gate: GateTime, region: Region, outside: Outside): Promise<void>;
  /** Reads what a person wrote into the gate of a Region; undefined when nothing of it is in force. */
  readBreakGlass?(resource: R, region: Region, outside: Outside): Promise<BreakGlass | undefined>;
  /** Its fence is a gate that nobody must close: its expiry alone is certain (S14). */
  readonly closesByItself?: true;
  readonly fence?: Acting<R>;
  /** Takes a fence back in the Region where it was set; `before` is what the fence told of before it acted (S28). */
  unfence?(resource: R, fenced: { region: Region; before: Before }, outside: Outside): Promise<Progress>;
  readonly promote?: Acting<R>;
  readonly scale?: Acting<R>;
  readonly openGate?: Acting<R>;
  readonly check?: Acting<R>;
  readonly shift?: Acting<R>;
  /** The recovery points in a Region that this plan made, newest first. */
  listPoints?(resource: R, region: Region, ways: Pick<Ways, 'outside' | 'plan'>): Promise<RecoveryPoint[]>;
  readonly backUp?: Acting<R, Saving>;
  readonly copy?: Acting<R, Saving>;
  readonly verify?: Acting<R, Saving>;
  readonly prune?: Acting<R, Saving>;
}
