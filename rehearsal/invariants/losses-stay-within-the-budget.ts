import { worstLoss, type LostWrite } from '../world/objectives';
import { rolesThatSaidYes } from './peoples-words';
import { promotionsIn } from './promotions';
import { authorityAt, type Invariant, type Recording } from './recording';
import type { RunState } from './runs';

/**
 * I8: acknowledged writes that were lost stay within the plan's budget. What a person accepted to lose, knowing the bound or
 * that there is none (S15), is held against the report by I17 and not against the plan.
 */
export const lossesStayWithinTheBudget: Invariant = {
  id: 'I8',
  check: (recording) => {
    const { rpoSeconds, plan, requests, lost } = recording;
    const budget = plan.objectives.rpoSeconds;
    if (rpoSeconds === null || rpoSeconds <= budget) return [];
    const accepted = acceptedLosses(recording);
    const unasked = lost.filter((write) => !accepted.has(write.id));
    const window = worstLoss(requests, new Set(unasked.map(({ id }) => id)));
    // Where nothing was accepted, what users count as lost is all that there is to say.
    const seconds = accepted.size === 0 ? rpoSeconds : window ? (window.untilMs - window.fromMs) / 1000 : 0;
    return seconds > budget ? [`${seconds} s of acknowledged writes were lost; the plan allows ${budget} s`] : [];
  },
};

/**
 * The writes that were lost by promotions for which a person accepted a loss, whatever became of their runs: one that died,
 * was stopped or still waits for names to follow has left no evidence.
 */
const acceptedLosses = (recording: Recording): ReadonlySet<LostWrite['id']> => {
  const promotions = promotionsIn(recording).map((one) => ({
    ...one,
    from: authorityAt(recording, one.atMs)?.run?.from,
  }));
  return new Set(
    promotions.flatMap(({ atMs, from, region, run: name }) => {
      const run = recording.runs.find((one) => one.name === name && one.region === region);
      if (!isAccepted(recording, name, run)) return [];
      // What a Region had lost before it became the writer again was lost by an earlier move.
      const becameWriterMs = promotions.findLast((one) => one.region === from && one.atMs < atMs)?.atMs ?? 0;
      const overMs = run?.endedMs ?? Infinity;
      return recording.lost
        .filter((write) => write.region === from && write.at > becameWriterMs && write.at <= overMs)
        .map(({ id }) => id);
    }),
  );
};

/** A person said so; and where the run tells how it was promoted, it was not by the plan's leave alone. */
const isAccepted = ({ words, plan }: Recording, name: string, run: RunState | undefined): boolean => {
  const isSaid = words.acceptedLoss.includes(name) || rolesThatSaidYes(words, name) >= plan.automation.approval.people;
  return isSaid && (run?.evidence?.move === undefined || run.evidence.move.lossAccepted === true);
};
