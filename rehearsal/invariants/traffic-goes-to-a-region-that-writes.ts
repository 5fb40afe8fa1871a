import { clockTime, type Answer, type Invariant, type Recording } from './recording';
import { movesIn } from './runs';

/**
 * I10: after `moved`, names never lead only to a Region that cannot write. One that has died since the last move may still be
 * named until the application has left it by another; where no move followed, because of a cool-down, the daily cap or for
 * want of another Region (S26), only one that could write when names led there, and only while it is dead.
 */
export const trafficGoesToARegionThatWrites: Invariant = {
  id: 'I10',
  check: (recording) => {
    const first = movesIn(recording.runs)[0]?.endedMs ?? Infinity;
    const bad = recording.answers.filter((answer) => answer.atMs >= first && !answer.writes);
    return bad
      .filter((answer) => !isBeingLeft(recording, answer) && !hasDied(recording, answer))
      .slice(0, 1)
      .map(({ atMs, region }) => `${clockTime(atMs)}: names lead to ${region}, which cannot write`);
  },
};

const isBeingLeft = ({ answers, runs }: Recording, { atMs, region }: Answer): boolean => {
  const moves = movesIn(runs);
  const since = moves.findLast(({ endedMs }) => endedMs <= atMs)!;
  const next = moves.find(({ endedMs }) => endedMs > atMs);
  return (
    next?.evidence.move?.from === region &&
    answers.some((one) => one.region === region && one.dead && one.atMs >= since.endedMs && one.atMs <= atMs)
  );
};

/** A look or two before a run ends, names lead to the target already: that is what the run verified. */
const VERIFIED_WITHIN_MS = 15_000;

const hasDied = ({ answers, runs }: Recording, { atMs, region, dead }: Answer): boolean => {
  const sinceMs = movesIn(runs).findLast(({ endedMs }) => endedMs <= atMs)!.endedMs - VERIFIED_WITHIN_MS;
  return dead && answers.some((one) => one.region === region && one.writes && one.atMs >= sinceMs && one.atMs < atMs);
};
