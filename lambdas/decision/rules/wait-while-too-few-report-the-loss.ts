import { count, observersOf, QUORUM } from '../electorate';
import { wait, type Rule } from '../verdict';

/** One observer may be the broken part, so two must agree (S1). */
export const waitWhileTooFewReportTheLoss: Rule = (facts) => {
  const { down } = count(facts);
  if (down.length >= QUORUM) return undefined;
  return wait(`${observersOf(down) || 'nobody'} reports the loss of ${facts.suspect}; ${QUORUM} observers must agree`);
};
