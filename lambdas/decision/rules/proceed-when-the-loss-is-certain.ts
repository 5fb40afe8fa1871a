import { count, observersOf } from '../electorate';
import { proceed, type Rule } from '../verdict';

/** Every reason not to act has been asked before this rule. */
export const proceedWhenTheLossIsCertain: Rule = (facts) =>
  proceed(
    `${observersOf(count(facts).down)} agree that ${facts.suspect} is down for ${facts.automation.sustainedSeconds} s or longer, ` +
      `and ${facts.target} is ready`,
  );
