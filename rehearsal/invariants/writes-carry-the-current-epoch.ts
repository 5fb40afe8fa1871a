import { clockTime, type Invariant } from './recording';

/**
 * I2: once a gate was opened under an epoch, no write is accepted under an older one. A lead that was given back opens a
 * gate of the same Region under the next epoch, which a person who breaks the glass at that moment has not read.
 */
export const writesCarryTheCurrentEpoch: Invariant = {
  id: 'I2',
  check: ({ gates, writes }) =>
    writes.flatMap(({ atMs, region, epoch }) => {
      const own = gates.findLast((gate) => gate.region === region && gate.atMs <= atMs);
      const opened = gates
        .filter((gate) => gate.atMs <= atMs && gate.untilMs > gate.atMs && !gate.isClosed)
        .filter((gate) => gate.region !== region || !own?.isBroken);
      const current = Math.max(0, ...opened.map((gate) => gate.epoch));
      return epoch < current
        ? [
            `${region} accepted a write at ${clockTime(atMs)} under epoch ${epoch}, after a gate of epoch ${current} opened`,
          ]
        : [];
    }),
};
