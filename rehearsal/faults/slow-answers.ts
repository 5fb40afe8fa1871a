import type { Fault } from './fault';
import { between, oneOf } from './places';
import { spoil } from './spoil';

/** About as long as a check waits, or longer. */
const LATER_MS = [1_500, 6_000] as const;

/** Every check of a Region is just about to run out of its time. */
export const slowAnswers: Fault = {
  name: 'slow-answers',
  id: 'F10',
  summary: 'one Region’s application answers just before or just after its checks’ time-outs',
  passes: true,
  strike: ({ cloud: { world }, plan }, draw) => {
    const { name: slow } = oneOf(plan.regions, draw());
    return spoil(
      world.faults,
      'answersLaterMs',
      (before) => (region) => (region === slow ? between(LATER_MS, draw()) : (before?.(region) ?? 0)),
    );
  },
};
