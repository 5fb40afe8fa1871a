import { dataFlow } from '../data/data-flow';
import type { Fields } from '../fields';
import type { State } from '../state';

/** Reads a Succeed. https://docs.aws.amazon.com/step-functions/latest/dg/state-succeed.html */
export const succeed = (fields: Fields): State => {
  const flow = dataFlow(fields);
  return {
    leadsTo: [],
    attempt: async (raw, { context, causes }) => {
      const input = flow.enter(raw, context);
      return { output: flow.leave(input, input, context), causes };
    },
  };
};
