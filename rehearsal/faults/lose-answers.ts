import type { Fault } from './fault';
import { between } from './places';
import { spoil } from './spoil';

/** This share of invocations. */
const SHARE = [0.02, 0.3] as const;

/** A step is repeated although it took effect; what it does must be safe to repeat. */
export const loseAnswers: Fault = {
  name: 'lose-answers',
  id: 'F18',
  summary: 'functions time out after their work took effect',
  passes: true,
  strike: ({ cloud: { world } }, draw) => {
    const share = between(SHARE, draw());
    return spoil(world.faults, 'answerLost', (before) => (fn) => draw() < share || (before?.(fn) ?? false));
  },
};
