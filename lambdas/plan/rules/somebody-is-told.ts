import type { PlanRule } from '../problem';

/** A run that stops after its promotion needs a person, and a person needs to know (S28). */
export const somebodyIsTold: PlanRule = ({ automation, notify }) => {
  if (automation.mode === 'observe' || notify.sns || notify.slack) return [];
  return [
    {
      path: ['notify'],
      wrong: `mode ${automation.mode} and nobody is told: a run that needs a person would wait unseen (S28)`,
      allowed: 'sns: true, slack, or both; or mode observe',
      fix: 'write "sns: true"',
    },
  ];
};
