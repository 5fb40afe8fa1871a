import { ask, type Rule } from '../verdict';

/** Nobody promotes without knowing how much is lost (S15). */
export const askWhenTheLossIsUnknown: Rule = ({ losses }) => {
  const unknown = losses.filter(({ boundSeconds }) => boundSeconds === undefined);
  if (unknown.length === 0) return undefined;
  return ask(`nobody knows how much would be lost: ${unknown.map(({ because }) => because).join('; ')}`);
};
