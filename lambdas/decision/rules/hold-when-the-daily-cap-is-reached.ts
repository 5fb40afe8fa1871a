import { hold, type Rule } from '../verdict';

/** What moves again and again has a cause that moving does not cure; a move that lost its target is still one (S26). */
export const holdWhenTheDailyCapIsReached: Rule = ({ authority, automation, signal }) =>
  authority && authority.movesToday >= automation.maxPerDay && !authority.leader?.continued && signal.from !== 'person'
    ? hold(`the application moved ${authority.movesToday} times in 24 h; the plan allows ${automation.maxPerDay}`)
    : undefined;
