import { clockTime, type Invariant } from './recording';

/** S16: traffic is turned on in a Region only after a write was accepted there under the new epoch. */
export const trafficMovesAfterACanary: Invariant = {
  id: 'S16',
  check: ({ authority, writes }) =>
    authority.slice(1).flatMap(({ atMs, traffic, epoch }, index) => {
      const before = authority[index]!.traffic;
      const turnedOn = Object.keys(traffic).filter((region) => traffic[region] && !before[region]);
      return turnedOn
        .filter(
          (region) => !writes.some((write) => write.region === region && write.epoch === epoch && write.atMs < atMs),
        )
        .map(
          (region) =>
            `traffic was turned on in ${region} at ${clockTime(atMs)} before any write of epoch ${epoch} there`,
        );
    }),
};
