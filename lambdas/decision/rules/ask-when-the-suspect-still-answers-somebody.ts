import { count, observersOf } from '../electorate';
import { ask, type Rule } from '../verdict';

/** While the active Region answers, nothing is promoted with loss unless a person says so (S15). */
export const askWhenTheSuspectStillAnswersSomebody: Rule = (facts) => {
  const { healthy } = count(facts);
  if (facts.losses.length === 0 || healthy.length === 0) return undefined;
  return ask(`${facts.suspect} still answers ${observersOf(healthy)}, and promoting would lose writes`);
};
