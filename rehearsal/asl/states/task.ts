import { DefinitionFault } from '../faults';
import { wholeNumber, type Fields } from '../fields';
import type { Json } from '../json';
import type { State, Visit } from '../state';
import { scoped } from '../waiting';
import { workFields } from '../work-fields';
import { readLambdaInvoke } from './lambda-invoke';
import { taskResource, type TaskResource } from './task-resource';
import { taskTimeout, waitForToken, type Answer, type Patience } from './wait-for-token';

/**
 * Reads a Task, whose resource is a Lambda function, or the integration that hands a payload to one and waits for nothing
 * or for a token. https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html
 */
export const task = (fields: Fields): State => {
  const resource = fields.required('Resource', taskResource);
  const patience = patienceOf(fields, resource);
  const { flow, next, routes } = workFields(fields, ['Parameters']);
  return {
    ...routes,
    attempt: async (input, visit) => {
      const { result, causes } = await work(resource, patience, visit, (context) => flow.enter(input, context));
      return { output: flow.leave(input, result, visit.context), next, causes: [...visit.causes, ...causes] };
    },
  };
};

const patienceOf = (fields: Fields, { waitsFor }: TaskResource): Patience => {
  const timeoutSeconds = fields.optional('TimeoutSeconds', wholeNumber(1));
  if (waitsFor !== 'token') return { timeoutSeconds };
  if (!JSON.stringify(fields.optional('Parameters', (value) => value) ?? null).includes('"$$.Task.Token"')) {
    throw new DefinitionFault(fields.where, 'waits for its token, but its Parameters hand $$.Task.Token to nobody');
  }
  const heartbeatSeconds = fields.optional('HeartbeatSeconds', wholeNumber(1));
  if (heartbeatSeconds !== undefined && timeoutSeconds !== undefined && heartbeatSeconds >= timeoutSeconds) {
    const what = `${heartbeatSeconds} is not less than TimeoutSeconds, which is ${timeoutSeconds}`;
    throw new DefinitionFault(`${fields.where}.HeartbeatSeconds`, what);
  }
  return { timeoutSeconds, heartbeatSeconds };
};

const work = async (
  resource: TaskResource,
  patience: Patience,
  visit: Visit,
  fill: (context: Json) => Json,
): Promise<Answer> => {
  if (resource.waitsFor === 'token') return waitForToken(fill, patience, visit);
  const payload = fill(visit.context);
  if (resource.waitsFor === 'nothing') return { result: post(payload, visit), causes: [] };
  return { result: await ask(resource.functionArn, payload, patience, visit), causes: [] };
};

/** Lambda answers 202 as soon as it has queued the event. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
const post = (parameters: Json, visit: Visit): Json => {
  const { functionArn, payload, queued } = readLambdaInvoke(parameters);
  if (!queued) throw new Error('lambda:invoke: only InvocationType Event is simulated; else name the function itself');
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
  functionArn: string,
  payload: Json,
  { timeoutSeconds }: Patience,
  { state, path, attempt, causes, running, cancelled: outer }: Visit,
): Promise<Json> => {
  const { surroundings, history } = running;
  // LambdaFunctionScheduled and LambdaFunctionStarted before it; LambdaFunctionSucceeded, …Failed or …TimedOut after it.
  history.add(2);
  const result = scoped(outer, (cancelled) =>
    Promise.race([
      surroundings.task(functionArn, payload, { state, path, attempt, causes }, cancelled),
      taskTimeout(timeoutSeconds, surroundings.clock, cancelled),
    ]),
  );
  return result.finally(() => history.add(1));
};
