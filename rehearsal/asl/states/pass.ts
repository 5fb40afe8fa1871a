import { dataFlow } from '../data/data-flow';
import type { Fields } from '../fields';
import type { State } from '../state';
import { leadsToNext, nextOrEnd } from '../transition';

/** Reads a Pass. https://docs.aws.amazon.com/step-functions/latest/dg/state-pass.html */
export const pass = (fields: Fields): State => {
  const result = fields.optional('Result', (value) => value);
  const flow = dataFlow(fields, ['Parameters', 'ResultPath']);
  const next = nextOrEnd(fields);
  return {
    leadsTo: leadsToNext(next),
    attempt: async (raw, { context, causes }) => {
      const input = flow.enter(raw, context);
      return { output: flow.leave(raw, result === undefined ? input : result, context), next, causes };
    },
  };
};
