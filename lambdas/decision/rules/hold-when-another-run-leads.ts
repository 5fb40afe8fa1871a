import { hold, type Rule } from '../verdict';

/** Two runs that move one application would undo each other (S12). */
export const holdWhenAnotherRunLeads: Rule = ({ authority }) => {
  const leader = authority?.leader;
  return leader && !leader.abandoned
    ? hold(`${leader.run} in ${leader.region} leads since ${leader.since}`)
    : undefined;
};
