import { count, observersOf } from '../electorate';
import { wait, type Rule } from '../verdict';

/** More must say down than healthy (S1). */
export const waitWhileAsManySeeItHealthy: Rule = (facts) => {
  const { down, healthy } = count(facts);
  if (down.length > healthy.length) return undefined;
  return wait(`${observersOf(healthy)} see ${facts.suspect} healthy, ${observersOf(down)} see it down`);
};
