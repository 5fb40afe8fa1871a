import type { Region } from '../plan/plan';
import { RUN_SECONDS_MAX } from '../plan/timing';
import type { AuthorityItem } from './authority';

type Run = NonNullable<AuthorityItem['run']>;

/** A run shows life at least once a minute: it waits for 30 s, then a step takes 25 s. One that was silent for so long has died. */
const SILENCE_SECONDS_MAX = 300;

/** Silence in a Region that others see down needs less patience, because there are two witnesses then (S26). */
const SILENCE_IN_A_LOST_REGION_SECONDS_MAX = 75;

/** How long a run has not been seen, in seconds, if that is too long; undefined while it lives. */
export const abandonedFor = (run: Run | undefined, nowMs: number, isRegionLost = false): number | undefined => {
  const silentSeconds = run === undefined ? 0 : (nowMs - Date.parse(run.seenAt)) / 1000;
  const mayBeSilentSeconds = isRegionLost ? SILENCE_IN_A_LOST_REGION_SECONDS_MAX : SILENCE_SECONDS_MAX;
  return silentSeconds > mayBeSilentSeconds ? silentSeconds : undefined;
};

/** A run, by what makes it unique. */
export interface RunId {
  readonly name: string;
  readonly region: Region;
}

/** What a run takes over from the one that it replaces, because both make one move (S26). */
export interface Continued {
  /** The replaced run, and those that it had replaced itself, the first one first. */
  readonly runs: readonly RunId[];
  /** When the move's first effect was made: its cool-down goes on. */
  readonly effectAt?: string;
  /** The lease that the move took away; nobody has renewed it since. */
  readonly lastRenewal?: Run['lastRenewal'];
}

/** What goes on if `run` is replaced; undefined for one so old that it has ended, of which only the lock was left. */
export const continued = (run: Run, nowMs: number): Continued | undefined => {
  if (nowMs - Date.parse(run.startedAt) > RUN_SECONDS_MAX * 1000) return undefined;
  const { name, region, continues = [], effectAt, lastRenewal } = run;
  return {
    runs: [...continues, { name, region }],
    ...(effectAt === undefined ? {} : { effectAt }),
    ...(lastRenewal === undefined ? {} : { lastRenewal }),
  };
};
