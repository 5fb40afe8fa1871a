import { leadsIn } from './leads';
import { clockTime, type Invariant } from './recording';
import type { RunState } from './runs';

/**
 * I15: every run that ended, and that no person stopped, leaves complete evidence (S30): its outcome and its reason, and of
 * each step that it meant to take, what came of it. What died with its Region is told of by the run that goes on with it.
 */
export const everyRunLeavesEvidence: Invariant = {
  id: 'I15',
  check: (recording) => [
    ...recording.runs
      .filter(({ endedMs, isCut }) => endedMs !== undefined && !isCut)
      .flatMap((run) => incomplete(run).map((what) => `${run.name} ended at ${clockTime(run.endedMs ?? 0)} ${what}`)),
    ...leadsIn(recording).flatMap(({ run: { name, continues = [] } }) => {
      const told = recording.runs.find((run) => run.name === name && !run.isCut)?.evidence;
      return told && continues.length > 0 && (told.continues ?? []).length === 0
        ? [`${name} went on with the move of a run that died, and its evidence does not tell of it`]
        : [];
    }),
  ],
};

const incomplete = ({ evidence }: RunState): string[] => {
  if (!evidence) return ['without evidence'];
  const { outcome, because, steps, phases } = evidence;
  const closing = phases.map(({ because }) => String(because));
  return [
    ...(outcome && because ? [] : ['with evidence that does not say how']),
    ...steps
      .filter(({ says, resource }) => says === 'intent' && !closing.some((words) => words.includes(resource)))
      .map(({ phase, resource }) => `and nothing says what came of its intent to ${phase} ${resource}`),
  ];
};
