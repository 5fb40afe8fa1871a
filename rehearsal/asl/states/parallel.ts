import { list, object, text, type Fields } from '../fields';
import { runStates } from '../run-states';
import type { Machine, State } from '../state';
import { scoped } from '../waiting';
import { workFields } from '../work-fields';

/**
 * Reads a Parallel: every branch gets the same input, and the first to fail stops the others.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html
 */
export const parallel = (fields: Fields, machineOf: (fields: Fields) => Machine): State => {
  const branches = fields.required('Branches', list(object((branch) => branchOf(branch, machineOf))));
  const { flow, next, routes } = workFields(fields, ['Parameters']);
  return {
    ...routes,
    attempt: async (raw, visit) => {
      const input = flow.enter(raw, visit.context);
      const { history } = visit.running;
      // ParallelStateStarted before the branches; ParallelStateSucceeded or …Failed after them.
      history.add(1);
      const outcomes = await scoped(visit.cancelled, (cancelled) =>
        Promise.all(
          branches.map((branch, index) =>
            runStates(branch, input, { ...visit, prefix: `${visit.path}[${index}]/`, cancelled }),
          ),
        ),
      ).finally(() => history.add(1));
      const result = outcomes.map(({ output }) => output);
      return { output: flow.leave(raw, result, visit.context), next, causes: outcomes.flatMap(({ causes }) => causes) };
    },
  };
};

const branchOf = (fields: Fields, machineOf: (fields: Fields) => Machine): Machine => {
  fields.optional('Comment', text);
  return machineOf(fields);
};
