import type { LagSample } from '../resources/kind';
import type { Region } from '../plan/plan';

/** What one observer says of one Region. */
export interface Opinion {
  readonly region: Region;
  /** `abstains`: the observer cannot see anything (S2). */
  readonly says: 'healthy' | 'down' | 'unknown' | 'abstains';
  /** Since when it has said so without a gap, ISO 8601. */
  readonly since: string;
  /** A loss that is not over yet: since its first bad look; and how many looks were good in a row since its last, and since when. */
  readonly loss?: { readonly since: string; readonly goodLooks: number; readonly goodSince?: string };
  /** The newest loss that is over: from when the Region was last healthy before it to the first of the good looks that ended it. */
  readonly lastLoss?: { readonly since: string; readonly until: string };
  /** When it last found the Region healthy; absent if never. */
  readonly lastHealthyAt?: string;
  readonly because: string;
  /** The checks that failed. */
  readonly failing: readonly string[];
}

/** What an observer read, in DNS, of what Route 53's health checkers see of a Region. */
export interface Sighting {
  readonly region: Region;
  readonly says: 'healthy' | 'down' | 'unknown';
  /** Since when it has said so without a gap, ISO 8601. */
  readonly since: string;
  /** When it last said that the Region is healthy; absent if never. */
  readonly lastHealthyAt?: string;
}

/** When an observer first saw a renewal of the lease, by its own clock (S14). */
export interface LeaseSight {
  readonly epoch: number;
  readonly renewal: number;
  readonly at: string;
}

/** All that one observer says; it is the only writer of its vote. */
export interface Vote {
  readonly observer: Region;
  /** Which loop of the observer this is; a later one, with a higher number, takes the vote over. */
  readonly generation: number;
  /** When it looked, ISO 8601. */
  readonly at: string;
  readonly opinions: readonly Opinion[];
  /** The newest sample of each store's lag that was taken while the source was healthy, not in a loss (S15). */
  readonly lags: readonly LagSample[];
  /** Samples of the minute in which this observer last saw the source healthy; they count if another one saw it healthy then. */
  readonly lagsInDoubt?: readonly LagSample[];
  readonly leaseSeen?: LeaseSight;
  /** Hearsay: the witness's word, as this observer read it; absent without a witness, or if the observer is blind (S2). */
  readonly witness?: readonly Sighting[];
}
