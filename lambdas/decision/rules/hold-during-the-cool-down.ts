import { hold, type Rule } from '../verdict';

/** An application that moved just now does not move again by itself; a person may, and a move that lost its target goes on (S26). */
export const holdDuringTheCoolDown: Rule = ({ authority, signal }) =>
  authority && authority.cooldownLeftSeconds > 0 && !authority.leader?.continued && signal.from !== 'person'
    ? hold(`the application moved a moment ago; the cool-down ends in ${Math.ceil(authority.cooldownLeftSeconds)} s`)
    : undefined;
