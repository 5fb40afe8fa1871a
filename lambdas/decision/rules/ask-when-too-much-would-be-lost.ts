import { ask, type Rule } from '../verdict';

/** The plan's budget for lost writes is a promise to its users (S15). */
export const askWhenTooMuchWouldBeLost: Rule = ({ losses, rpoSeconds }) => {
  const beyond = losses.filter(({ boundSeconds }) => (boundSeconds ?? Infinity) > rpoSeconds);
  if (beyond.length === 0) return undefined;
  return ask(`more than ${rpoSeconds} s of writes could be lost: ${beyond.map(({ because }) => because).join('; ')}`);
};
