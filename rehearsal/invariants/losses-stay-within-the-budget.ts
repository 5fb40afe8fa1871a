import type { Invariant } from './recording';

/** I8: acknowledged writes that were lost stay within the plan's budget. */
export const lossesStayWithinTheBudget: Invariant = {
  id: 'I8',
  check: ({ rpoSeconds, plan }) =>
    rpoSeconds !== null && rpoSeconds > plan.objectives.rpoSeconds
      ? [`${rpoSeconds} s of acknowledged writes were lost; the plan allows ${plan.objectives.rpoSeconds} s`]
      : [],
};
