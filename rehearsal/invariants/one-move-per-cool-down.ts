import { clockTime, type Invariant } from './recording';

/**
 * I9: two runs do not make somebody else the writer within one cool-down, unless a person has seen the first or started the
 * second, or the second goes on with the first (S26).
 */
export const oneMovePerCoolDown: Invariant = {
  id: 'I9',
  check: ({ authority, plan, words }) => {
    const changes = authority.filter(({ active }, index) => index > 0 && authority[index - 1]!.active !== active);
    return changes.slice(1).flatMap(({ atMs, active, acknowledged, run }, index) => {
      const before = changes[index]!;
      const apartMs = atMs - before.atMs;
      const isSeen = acknowledged !== undefined && Date.parse(acknowledged.at) >= before.atMs;
      const isByHand = run !== undefined && words.byHand.includes(run.name);
      if (isSeen || isByHand || run?.continues || apartMs >= plan.automation.cooldownSeconds * 1000) return [];
      return [`${active} became active at ${clockTime(atMs)}, and ${before.active} at ${clockTime(before.atMs)}`];
    });
  },
};
