import type { PlanRule } from '../problem';

/** Traffic moves only after a write and a read succeeded in the target; only a canary can show that (S16). */
export const aCanaryProvesTheTarget: PlanRule = ({ automation, checks }) => {
  if (automation.mode === 'observe' || checks.some(({ kind }) => kind === 'canary')) return [];
  return [
    {
      path: ['checks'],
      wrong: `mode ${automation.mode} without a canary: nothing would prove that the target writes before traffic moves (S16)`,
      allowed: 'at least one check of kind canary; or mode observe',
      fix: 'add a check with "kind: canary"',
    },
  ];
};
