import { worstLoss, type LostWrite } from '../world/objectives';
import { acceptedSeconds } from './accepted-seconds';
import { promotionsIn } from './promotions';
import { authorityAt, type Invariant, type Recording } from './recording';

/**
 * I8: acknowledged writes that were lost stay within the plan's budget, or within what a person accepted to lose by that
 * move (S15). Who accepts any loss, because nobody knows how much it is, has that held against the report by I17 only.
 */
export const lossesStayWithinTheBudget: Invariant = {
  id: 'I8',
  check: (recording) => {
    const { rpoSeconds, plan, lost } = recording;
    const budget = plan.objectives.rpoSeconds;
    if (rpoSeconds === null || rpoSeconds <= budget) return [];
    const accepted = acceptedLosses(recording);
    const unasked = lost.filter((write) => !accepted.has(write.id));
    // Where nothing was accepted, what users count as lost is all that there is to say.
    const seconds = accepted.size === 0 ? rpoSeconds : secondsOf(recording, unasked);
    return seconds > budget
      ? [`${seconds} s of acknowledged writes were lost; the plan allows ${budget} s, and nobody accepted so much`]
      : [];
  },
};

/**
 * The writes that were lost by promotions for which a person accepted so great a loss, whatever became of their runs: one
 * that died, was stopped or still waits for names to follow has left no evidence.
 */
const acceptedLosses = (recording: Recording): ReadonlySet<LostWrite['id']> => {
  const promotions = promotionsIn(recording).map((one) => ({
    ...one,
    from: authorityAt(recording, one.atMs)?.run?.from,
  }));
  return new Set(
    promotions.flatMap(({ atMs, from, region, run: name }) => {
      const run = recording.runs.find((one) => one.name === name && one.region === region);
      // Where a run tells how it was promoted, and that was by the plan's leave alone, nobody's word was used.
      if (run?.evidence?.move && run.evidence.move.lossAccepted !== true) return [];
      const accepted = acceptedSeconds(recording, name, atMs);
      if (accepted === undefined) return [];
      // What a Region had lost before it became the writer again was lost by an earlier move.
      const becameWriterMs = promotions.findLast((one) => one.region === from && one.atMs < atMs)?.atMs ?? 0;
      const overMs = run?.endedMs ?? Infinity;
      const lost = recording.lost.filter(
        (write) => write.region === from && write.at > becameWriterMs && write.at <= overMs,
      );
      return accepted === 'any' || secondsOf(recording, lost) <= accepted ? lost.map(({ id }) => id) : [];
    }),
  );
};

/** How much time's writes these are at once, as users count it. */
const secondsOf = ({ requests }: Recording, lost: readonly LostWrite[]): number => {
  const window = worstLoss(requests, new Set(lost.map(({ id }) => id)));
  return window ? (window.untilMs - window.fromMs) / 1000 : 0;
};
