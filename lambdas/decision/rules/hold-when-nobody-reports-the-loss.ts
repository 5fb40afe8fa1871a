import { count, observersOf } from '../electorate';
import { hold, type Rule } from '../verdict';

/** The signal was late, wrong or over: somebody sees the Region healthy and nobody sees it down (S4). */
export const holdWhenNobodyReportsTheLoss: Rule = (facts) => {
  const { down, healthy } = count(facts);
  if (down.length > 0 || healthy.length === 0) return undefined;
  return hold(`${facts.suspect} answers ${observersOf(healthy)}, and nobody reports its loss`);
};
