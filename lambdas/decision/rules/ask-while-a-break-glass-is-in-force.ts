import { ask, type Rule } from '../verdict';

/** A run waits for an old gate, but not for hours: the fence of a gate is refused after ten minutes. */
const WORTH_WAITING_SECONDS = 300;

/**
 * A person let writers of the lost Region write until a date, and nobody can ask them whether they do. The move waits for
 * the date, or for a person who attests that they are stopped (S14).
 */
export const askWhileABreakGlassIsInForce: Rule = ({ authority, signal }) => {
  const broken = authority?.breakGlass;
  if (!broken || broken.leftSeconds <= WORTH_WAITING_SECONDS || signal.attestsFence !== undefined) return undefined;
  return ask(
    `${authority.active} may write until ${broken.until} by the break-glass of ${broken.by} (${broken.reason}); ` +
      'wait for it, or start the failover with "fenced" and how you know that nothing writes there',
  );
};
