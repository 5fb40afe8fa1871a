import { DefinitionFault, TaskFault } from '../faults';
import { text, wholeNumber, type Fields, type Read } from '../fields';
import type { Json } from '../json';
import type { State, Visit } from '../state';
import { pause, scoped, untilCancelled } from '../waiting';
import { workFields } from '../work-fields';
import { readEvent } from './event';

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html */
const INTEGRATION = 'arn:aws:states:::lambda:invoke';

const FUNCTION_ARN = /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(:[\w$-]+)?$/;

/**
 * Reads a Task, whose resource is a Lambda function, or the integration that hands a payload to one and does not wait.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html
 */
export const task = (fields: Fields): State => {
  const resource = fields.required('Resource', knownResource);
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

const knownResource: Read<string> = (value, where) => {
  const arn = text(value, where);
  if (FUNCTION_ARN.test(arn) || arn === INTEGRATION) return arn;
  throw new DefinitionFault(
    where,
    `"${arn}" is not simulated; allowed are the ARN of a Lambda function and ${INTEGRATION}`,
  );
};

const invoke = (resource: string, payload: Json, timeoutSeconds: number | undefined, visit: Visit): Promise<Json> =>
  resource === INTEGRATION ? post(payload, visit) : ask(resource, payload, timeoutSeconds, visit);

/** Lambda answers 202 as soon as it has queued the event. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
const post = async (parameters: Json, visit: Visit): Promise<Json> => {
  const { functionArn, payload } = readEvent(parameters);
  const { state, path, attempt, causes, running } = visit;
  // TaskScheduled and TaskStarted before it; TaskSucceeded or TaskFailed after it.
  running.history.add(2);
  try {
    running.surroundings.post(functionArn, payload, { state, path, attempt, causes });
    return { Payload: '', StatusCode: 202 };
  } finally {
    running.history.add(1);
  }
};

const ask = async (
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
