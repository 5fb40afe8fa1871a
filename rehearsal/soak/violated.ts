import { momentsNamedIn, type Violation } from '../invariants/recording';
import type { Rehearsal } from '../rehearse';
import type { Moment } from '../report/chronicle';

/** A broken invariant, with what people would have seen around that moment. */
export interface Violated extends Violation {
  readonly timeline: readonly Moment[];
}

const SECONDS_BEFORE = 60;
const SECONDS_AFTER = 15;
/** Those nearest to the moment, where more happened. */
const LINES_MAX = 40;

/** What stands around the first moment that a violation names; around the end of the rehearsal if it names none. */
export const withTimeline = (
  violation: Violation,
  { moments, beganMs }: Pick<Rehearsal, 'moments' | 'beganMs'>,
): Violated => {
  const [atMs] = momentsNamedIn(violation.because, beganMs);
  const at = atMs === undefined ? (moments.at(-1)?.t ?? 0) : (atMs - beganMs) / 1000;
  const apart = ({ t }: Moment): number => Math.abs(t - at);
  const timeline = moments
    .filter(({ t }) => t >= at - SECONDS_BEFORE && t <= at + SECONDS_AFTER)
    .sort((one, other) => apart(one) - apart(other))
    .slice(0, LINES_MAX)
    .sort((one, other) => one.t - other.t);
  return { ...violation, timeline };
};
