import { ask, type Rule } from '../verdict';

/** Some data must not be lost without a person's word (S15). */
export const askWhenNoLossIsAllowed: Rule = ({ losses, signal }) => {
  if (signal.acceptsLossSeconds !== undefined) return undefined;
  const guarded = losses.filter(({ allowed }) => !allowed);
  if (guarded.length === 0) return undefined;
  return ask(`${guarded.map(({ resource }) => resource).join(', ')}: the plan does not say allowDataLoss`);
};
