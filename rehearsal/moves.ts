import type { Evidence } from '../lambdas/evidence/compose';
import type { RunRecord } from './outcome';
import type { Part } from './world/parts';
import type { Users } from './world/users';

/** A move of the application: the run that made it, the loss that it answers, and what users saw of both. */
export interface Move extends Part {
  readonly run: RunRecord;
  readonly evidence: Evidence;
  /** When that was lost which it answers, in milliseconds since 1970. */
  readonly lostMs: number;
}

/** The moves that runs made, in their order, each with the loss of the same place in `lossesMs`; one more counts from the last loss. */
export const movesOf = (
  runs: readonly RunRecord[],
  users: Pick<Users, 'partsOf'>,
  lossesMs: readonly number[],
): readonly Move[] => {
  const made = runs.flatMap((run) => (run.evidence?.outcome === 'moved' ? [{ run, evidence: run.evidence }] : []));
  if (made.length === 0) return [];
  const parts = users.partsOf(made.map(({ run }) => run.execution.endedAt ?? Infinity));
  return made.map((one, index) => ({ ...one, ...parts[index]!, lostMs: (lossesMs[index] ?? lossesMs.at(-1))! }));
};
