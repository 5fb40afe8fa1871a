import { ask, type Rule } from '../verdict';

/** Nobody promotes without knowing how much is lost, unless a person accepts any loss (S15). */
export const askWhenTheLossIsUnknown: Rule = ({ losses, signal }) => {
  if (signal.acceptsLossSeconds === 'any') return undefined;
  const unknown = losses.filter(({ boundSeconds }) => boundSeconds === undefined);
  if (unknown.length === 0) return undefined;
  return ask(`nobody knows how much would be lost: ${unknown.map(({ because }) => because).join('; ')}`);
};
