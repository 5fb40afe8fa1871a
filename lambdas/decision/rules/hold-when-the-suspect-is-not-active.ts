import { hold, type Rule } from '../verdict';

/** A standby that is lost leaves nothing to move. */
export const holdWhenTheSuspectIsNotActive: Rule = ({ authority, suspect }) =>
  authority && authority.active !== suspect
    ? hold(`${suspect} is not active, ${authority.active} is: there is nothing to move`)
    : undefined;
