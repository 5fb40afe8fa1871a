import { DefinitionFault, TaskFault } from '../faults';
import { text, wholeNumber, type Fields, type Read } from '../fields';
import type { Json } from '../json';
import type { State, Visit } from '../state';
import { pause, scoped, untilCancelled } from '../waiting';
import { workFields } from '../work-fields';

const FUNCTION_ARN = /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(:[\w$-]+)?$/;

/** Reads a Task, whose resource is a Lambda function. https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html */
export const task = (fields: Fields): State => {
  const resource = fields.required('Resource', functionArn);
  const timeoutSeconds = fields.optional('TimeoutSeconds', wholeNumber(1));
  const { flow, next, routes } = workFields(fields, ['Parameters']);
  return {
    ...routes,
    attempt: async (input, visit) => {
      const payload = flow.enter(input, visit.context);
      const result = await invoke(resource, payload, timeoutSeconds, visit);
      return { output: flow.leave(input, result, visit.context), next, causes: visit.causes };
    },
  };
};

const functionArn: Read<string> = (value, where) => {
  const arn = text(value, where);
  if (FUNCTION_ARN.test(arn)) return arn;
  throw new DefinitionFault(where, `"${arn}" is not simulated; allowed is the ARN of a Lambda function`);
};

const invoke = async (
  resource: string,
  payload: Json,
  timeoutSeconds: number | undefined,
  visit: Visit,
): Promise<Json> => {
  const { state, path, attempt, causes, running } = visit;
  const { surroundings, history } = running;
  // LambdaFunctionScheduled and LambdaFunctionStarted before it; LambdaFunctionSucceeded, …Failed or …TimedOut after it.
  history.add(2);
  const result = scoped(visit.cancelled, (cancelled) =>
    Promise.race([
      surroundings.task(resource, payload, { state, path, attempt, causes }, cancelled),
      timeoutSeconds === undefined ? untilCancelled(cancelled) : timeout(timeoutSeconds, surroundings.clock, cancelled),
    ]),
  );
  return result.finally(() => history.add(1));
};

/** Has no cause, as measured: https://github.com/floci-io/floci/pull/2782 */
const timeout = async (
  seconds: number,
  clock: Visit['running']['surroundings']['clock'],
  cancelled: AbortSignal,
): Promise<never> => {
  await pause(seconds * 1000, clock, cancelled);
  throw new TaskFault('States.Timeout', '');
};
