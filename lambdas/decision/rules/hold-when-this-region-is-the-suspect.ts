import { hold, type Rule } from '../verdict';

/** The journey runs in the Region that takes over. */
export const holdWhenThisRegionIsTheSuspect: Rule = ({ suspect, target }) =>
  suspect === target ? hold(`${suspect} cannot take over from itself; start the run in another Region`) : undefined;
