import { worstLoss, type LostWrite } from '../world/objectives';
import type { Invariant, Recording } from './recording';
import { movesIn } from './runs';

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

/** The writes that moves lost for which a person accepted a loss. */
const acceptedLosses = ({ runs, lost }: Recording): ReadonlySet<LostWrite['id']> => {
  const moves = movesIn(runs);
  return new Set(
    moves.flatMap(({ endedMs, evidence: { move } }, index) =>
      move?.lossAccepted === true
        ? lost
            .filter(({ region, at }) => region === move.from && at <= endedMs && at > (moves[index - 1]?.endedMs ?? 0))
            .map(({ id }) => id)
        : [],
    ),
  );
};
