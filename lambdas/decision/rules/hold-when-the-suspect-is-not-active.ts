import { hold, type Rule } from '../verdict';

/** A standby that is lost leaves nothing to move, unless an earlier run opened the target and never brought users there. */
export const holdWhenTheSuspectIsNotActive: Rule = ({ authority, suspect, target }) => {
  if (!authority || authority.active === suspect) return undefined;
  const isUnfinished = authority.active === target && !authority.traffic[target];
  if (isUnfinished) return undefined;
  return hold(`${suspect} is not active, ${authority.active} is: there is nothing to move`);
};
