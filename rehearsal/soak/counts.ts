import type { Played } from './play';
import type { Reached } from './reached';

/** In how many trials each fault, rule, state and refused operation was reached. */
export type Counts = Readonly<Record<keyof Reached, Readonly<Record<string, number>>>>;

export const noCounts: Counts = { faults: {}, rules: {}, states: {}, operations: {} };

/** Counts one trial more. */
export const count = (counts: Counts, { reached }: Played): Counts => ({
  faults: plus(counts.faults, reached.faults),
  rules: plus(counts.rules, reached.rules),
  states: plus(counts.states, reached.states),
  operations: plus(counts.operations, reached.operations),
});

const plus = (counts: Readonly<Record<string, number>>, reached: readonly string[]): Record<string, number> => {
  const more = { ...counts };
  for (const one of reached) more[one] = (more[one] ?? 0) + 1;
  return more;
};
