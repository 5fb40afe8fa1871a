import type { Clock } from '../clock';
import { UnderstudyError } from '../errors';

/** The time of day cannot be trusted here, so nothing that depends on it is done. */
export class WrongClock extends UnderstudyError {
  override readonly name = 'WrongClock';
}

/** How far a function's clock may be from the store's, or jump, before it may not act (S11). */
const OFF_SECONDS_MAX = 2;

/** HTTP's `Date` has whole seconds: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7 */
const HEADER_SECONDS = 1;

/** Compares the own clock with that of the authority's store, and with the monotonic one. */
export interface ClockGuard {
  /** Takes note of the `Date` of an answer that was asked for at a reading of `steady`. */
  heard(date: string | undefined, askedAtSteadyMs: number): void;
  /** Why this function must not act; undefined while its clock can be trusted. */
  objection(): string | undefined;
}

/** Guards a clock from now on. A store that tells no time tells nothing against the clock either (S3). */
export const guardClock = (clock: Clock): ClockGuard => {
  const openedMs = clock.now();
  const openedSteadyMs = clock.steady();
  let offSeconds = 0;
  return {
    heard: (date, askedAtSteadyMs) => {
      const storeMs = Date.parse(date ?? '');
      if (Number.isNaN(storeMs)) return;
      const roundTripMs = clock.steady() - askedAtSteadyMs;
      // The store said it somewhere on the way, so half of it on average.
      const apartMs = Math.abs(clock.now() - storeMs) - roundTripMs / 2;
      offSeconds = Math.max(0, apartMs / 1000 - HEADER_SECONDS);
    },
    objection: () => {
      const jumpedSeconds = Math.abs(clock.now() - openedMs - (clock.steady() - openedSteadyMs)) / 1000;
      if (jumpedSeconds > OFF_SECONDS_MAX) return `the clock here jumped by ${jumpedSeconds.toFixed(1)} s`;
      if (offSeconds > OFF_SECONDS_MAX) return `the clock here is ${offSeconds.toFixed(1)} s off that of the authority`;
      return undefined;
    },
  };
};

/** Throws a `WrongClock` unless the clock can be trusted. */
export const assertClock = ({ clockGuard }: { readonly clockGuard: ClockGuard }): void => {
  const wrong = clockGuard.objection();
  if (wrong) throw new WrongClock(wrong);
};
