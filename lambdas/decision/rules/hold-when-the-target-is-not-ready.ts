import { hold, type Rule } from '../verdict';

/** Moving to a Region that cannot take over makes one outage two (S18). */
export const holdWhenTheTargetIsNotReady: Rule = ({ readiness, target }) => {
  const missing = readiness.filter(({ says }) => says === 'not-ready');
  if (missing.length === 0) return undefined;
  return hold(`${target} is not ready: ${missing.map(({ because }) => because).join('; ')}`);
};
