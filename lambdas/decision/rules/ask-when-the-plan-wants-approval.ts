import { ask, type Rule } from '../verdict';

/** In mode `approve` a person has the last word; one who started the run has given it (S27). */
export const askWhenThePlanWantsApproval: Rule = ({ automation, signal }) =>
  automation.mode === 'approve' && signal.from !== 'person' ? ask('the plan says mode: approve') : undefined;
