import type { Region } from '../../plan/plan';

/** What users of a rehearsal asked within one bucket of time. */
export interface Bucket {
  /** When it begins, ISO 8601. */
  readonly at: string;
  readonly readsGood: number;
  readonly readsFailed: number;
  readonly writesGood: number;
  readonly writesFailed: number;
}

/** A stretch of time, ISO 8601; without `until`, it lasted when the rehearsal ended. */
export interface Stretch {
  readonly from: string;
  readonly until?: string;
}

/** A write that a user was told is safe, and that is gone. */
export interface LostWrite {
  readonly id: string;
  readonly at: string;
  /** The Region that acknowledged it. */
  readonly region: Region;
}

/** What users saw. Only a rehearsal has simulated users, so only it can tell. */
export interface UsersView {
  readonly bucketSeconds: number;
  readonly buckets: readonly Bucket[];
  readonly outages: readonly Stretch[];
  /** From the newest write that survived to the newest that is lost. */
  readonly lost?: Stretch;
  /** Each acknowledged write that is gone; `at` is when it was acknowledged, ISO 8601. */
  readonly lostWrites: readonly LostWrite[];
  /** Null where no request failed. */
  readonly rtoSeconds: number | null;
  /** Null where nothing was promoted. */
  readonly rpoSeconds: number | null;
}

/** A change that the run made to a resource or to traffic, seen from outside. */
export interface Effect {
  readonly at: string;
  readonly region: Region;
  readonly service: string;
  readonly operation: string;
  readonly target: string;
  readonly epoch?: number;
}

/** What a rehearsal knows beyond the evidence of the run. */
export interface Rehearsed {
  readonly scenario: string;
  readonly summary: string;
  readonly seed: number;
  /** When the scenario struck, ISO 8601. */
  readonly struckAt: string;
  /** What is not as the scenario expects. */
  readonly problems: readonly string[];
  readonly users: UsersView;
  readonly effects: readonly Effect[];
}
