import type { Plan } from '../../lambdas/plan/plan';
import { leadsIn } from './leads';
import { rolesThatSaidYes, type PeoplesWords } from './peoples-words';
import { clockTime, type Invariant } from './recording';

/** S27: where the plan leaves it to people, nobody takes the lead but for a person who started the run, or said yes to it. */
export const nothingMovesUnasked: Invariant = {
  id: 'S27',
  check: ({ authority, plan, words }) =>
    leadsIn({ authority }).flatMap(({ atMs, run: { name, continues } }) => {
      // Whoever goes on with a move that was asked for need not ask again.
      if (continues || words.byHand.includes(name)) return [];
      const because = unasked(plan, words, name, atMs);
      return because === undefined
        ? []
        : [`${name} took the lead by itself at ${clockTime(atMs)}, although ${because}`];
    }),
};

const unasked = ({ automation }: Plan, words: PeoplesWords, run: string, atMs: number): string | undefined => {
  if (automation.mode === 'observe') return 'the plan says mode: observe';
  if (isQuiet(automation, atMs) && isQuiet(automation, atMs - DECISION_MS)) return 'the plan names this a quiet time';
  const roles = rolesThatSaidYes(words, run);
  const { people } = automation.approval;
  return automation.mode === 'approve' && roles < people
    ? `the plan says mode: approve, and ${roles} of ${people} roles said yes`
    : undefined;
};

/** From the assessment to the lead. */
const DECISION_MS = 15_000;

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const DAY_MS = 86_400_000;

const isQuiet = ({ freezes, maintenance }: Plan['automation'], atMs: number): boolean =>
  freezes.some(({ from, until }) => Date.parse(from) <= atMs && atMs < Date.parse(until)) ||
  [atMs, atMs - DAY_MS].some((dayMs) =>
    maintenance.some(({ days, at, forSeconds }) => {
      const beginsMs = Date.parse(`${new Date(dayMs).toISOString().slice(0, 10)}T${at}:00Z`);
      const isItsDay = days.includes(DAYS[new Date(beginsMs).getUTCDay()]!);
      return isItsDay && beginsMs <= atMs && atMs < beginsMs + forSeconds * 1000;
    }),
  );
