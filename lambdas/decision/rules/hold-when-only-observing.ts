import { hold, type Rule } from '../verdict';

/** In mode `observe` Understudy only says what it would have done; a person who starts a run asks for more (S27). */
export const holdWhenOnlyObserving: Rule = ({ automation, signal }) =>
  automation.mode === 'observe' && signal.from !== 'person'
    ? hold('the plan says mode: observe; start the run by hand to move')
    : undefined;
