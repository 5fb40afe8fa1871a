import { promotionsIn } from './promotions';
import { clockTime, type Invariant } from './recording';

/** I5: nothing is promoted before every gate of another Region has closed, by the world's clock. */
export const noPromotionWithoutAFence: Invariant = {
  id: 'I5',
  check: (recording) =>
    promotionsIn(recording).flatMap(({ atMs, region, target }) => {
      const open = recording.gates.filter((gate) => gate.region !== region && gate.atMs <= atMs && gate.untilMs > atMs);
      return open.map(
        (gate) =>
          `${target} was promoted at ${clockTime(atMs)}, and the gate of ${gate.region} was open until ${clockTime(gate.untilMs)}`,
      );
    }),
};
