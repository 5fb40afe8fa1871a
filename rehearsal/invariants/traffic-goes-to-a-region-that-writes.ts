import { clockTime, type Invariant } from './recording';
import { movesIn } from './runs';

/** I10: after `moved`, names never lead only to a Region that cannot write. */
export const trafficGoesToARegionThatWrites: Invariant = {
  id: 'I10',
  check: ({ answers, runs }) => {
    const first = Math.min(...movesIn(runs).map(({ endedMs }) => endedMs));
    const bad = answers.filter(({ atMs, writes }) => atMs >= first && !writes);
    return bad.slice(0, 1).map(({ atMs, region }) => `${clockTime(atMs)}: names lead to ${region}, which cannot write`);
  },
};
