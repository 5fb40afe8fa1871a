import { rule } from '../choice/choice-rule';
import { dataFlow } from '../data/data-flow';
import { RuntimeFault } from '../faults';
import { list, text, type Fields } from '../fields';
import type { State } from '../state';

/** Reads a Choice. https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html */
export const choice = (fields: Fields): State => {
  const rules = fields.required('Choices', list(rule));
  const otherwise = fields.optional('Default', text);
  const flow = dataFlow(fields);
  return {
    leadsTo: [
      ...rules.map(({ next }, index) => ({ field: `Choices[${index}].Next`, to: next })),
      ...(otherwise === undefined ? [] : [{ field: 'Default', to: otherwise }]),
    ],
    attempt: async (raw, { context, causes }) => {
      const input = flow.enter(raw, context);
      const next = rules.find(({ holds }) => holds({ input, context }))?.next ?? otherwise;
      if (next === undefined) {
        // AWS keeps the name States.NoChoiceMatched for the future and reports States.Runtime:
        // https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
        throw new RuntimeFault('Failed to transition out of the state. The state does not point to a next state.');
      }
      return { output: flow.leave(input, input, context), next, causes };
    },
  };
};
