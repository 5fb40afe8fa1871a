import { promotionsIn } from './promotions';
import { authorityAt, clockTime, type Invariant } from './recording';

const QUORUM = 2;

/** I6: nothing is promoted unless the authority records who saw the loss: two, one of them outside suspect and target. */
export const noPromotionWithoutAQuorum: Invariant = {
  id: 'I6',
  check: (recording) =>
    promotionsIn(recording).flatMap(({ atMs, target }) => {
      const run = authorityAt(recording, atMs)?.run;
      const down = (run?.votes ?? []).filter(({ says, observer }) => says === 'down' && observer !== run?.from);
      const outside = down.some(({ observer }) => observer !== run?.region);
      if (new Set(down.map(({ observer }) => observer)).size >= QUORUM && outside) return [];
      const who = down.map(({ observer }) => observer).join(', ') || 'nobody';
      return [`${target} was promoted at ${clockTime(atMs)} on the word of ${who}`];
    }),
};
