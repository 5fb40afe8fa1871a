import { hold, type Rule } from '../verdict';

/** Two runs that move one application would undo each other (S12). */
export const holdWhenAnotherRunLeads: Rule = ({ authority }) =>
  authority?.leader &&
  hold(`${authority.leader.run} in ${authority.leader.region} leads since ${authority.leader.since}`);
