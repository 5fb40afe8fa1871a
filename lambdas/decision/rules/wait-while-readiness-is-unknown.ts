import { wait, type Rule } from '../verdict';

/** What cannot be read is neither ready nor not (S3). */
export const waitWhileReadinessIsUnknown: Rule = ({ readiness, target }) => {
  const unknown = readiness.filter(({ says }) => says === 'unknown');
  if (unknown.length === 0) return undefined;
  return wait(`nobody knows whether ${target} is ready: ${unknown.map(({ because }) => because).join('; ')}`);
};
