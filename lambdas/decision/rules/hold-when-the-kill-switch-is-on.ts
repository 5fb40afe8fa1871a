import { hold, type Rule } from '../verdict';

/** A person said stop (S27). */
export const holdWhenTheKillSwitchIsOn: Rule = ({ authority }) =>
  authority?.killSwitch &&
  hold(`the kill switch is on since ${authority.killSwitch.at}, by ${authority.killSwitch.by}`);
