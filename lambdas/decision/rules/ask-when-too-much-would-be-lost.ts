import { ask, type Rule } from '../verdict';

/** The plan's budget for lost writes is a promise to its users, which only a person may break (S15). */
export const askWhenTooMuchWouldBeLost: Rule = ({ losses, rpoSeconds, signal }) => {
  const accepted = signal.acceptsLossSeconds ?? 0;
  if (accepted === 'any') return undefined;
  const allowedSeconds = Math.max(rpoSeconds, accepted);
  const beyond = losses.filter(({ boundSeconds }) => (boundSeconds ?? Infinity) > allowedSeconds);
  if (beyond.length === 0) return undefined;
  return ask(
    `more than ${allowedSeconds} s of writes could be lost: ${beyond.map(({ because }) => because).join('; ')}`,
  );
};
