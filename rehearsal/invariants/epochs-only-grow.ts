import { clockTime, type Invariant } from './recording';

/** I3: epochs only grow. */
export const epochsOnlyGrow: Invariant = {
  id: 'I3',
  check: ({ authority }) =>
    authority.slice(1).flatMap(({ atMs, epoch }, index) => {
      const before = authority[index]!.epoch;
      return epoch < before ? [`the epoch went from ${before} to ${epoch} at ${clockTime(atMs)}`] : [];
    }),
};
