import { clockTime, type Invariant } from './recording';

/** I2: once a gate was opened under an epoch, no write is accepted under an older one. */
export const writesCarryTheCurrentEpoch: Invariant = {
  id: 'I2',
  check: ({ gates, writes }) =>
    writes.flatMap(({ atMs, region, epoch }) => {
      const opened = gates.filter((gate) => gate.atMs <= atMs && gate.untilMs > gate.atMs && !gate.isClosed);
      const current = Math.max(0, ...opened.map((gate) => gate.epoch));
      return epoch < current
        ? [
            `${region} accepted a write at ${clockTime(atMs)} under epoch ${epoch}, after a gate of epoch ${current} opened`,
          ]
        : [];
    }),
};
