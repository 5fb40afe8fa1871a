import { clockTime, type Invariant } from './recording';

/** I10: after `moved`, names never lead only to a Region that cannot write. */
export const trafficGoesToARegionThatWrites: Invariant = {
  id: 'I10',
  check: ({ answers, movedMs }) => {
    const first = Math.min(...movedMs);
    const bad = answers.filter(({ atMs, writes }) => atMs >= first && !writes);
    return bad.slice(0, 1).map(({ atMs, region }) => `${clockTime(atMs)}: names lead to ${region}, which cannot write`);
  },
};
