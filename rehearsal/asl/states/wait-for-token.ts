import { TaskFault } from '../faults';
import type { Json } from '../json';
import type { Visit } from '../state';
import { pause, scoped, untilCancelled } from '../waiting';
import { heartbeat } from './heartbeat';
import { readLambdaInvoke } from './lambda-invoke';

/** How long a task may take, and how long it may be silent. */
export interface Patience {
  readonly timeoutSeconds?: number | undefined;
  readonly heartbeatSeconds?: number | undefined;
}

/** What came back with the token, and the trace ids of the call that returned it. */
export interface Answer {
  readonly result: Json;
  readonly causes: readonly string[];
}

/**
 * Hands a token to a function, whose answer is ignored, and waits until somebody returns the token; a function that
 * fails fails the task. `fill` makes the parameters from the context object with the token in it.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token
 */
export const waitForToken = (fill: (context: Json) => Json, patience: Patience, visit: Visit): Promise<Answer> =>
  scoped(visit.cancelled, async (cancelled) => {
    const { surroundings, history } = visit.running;
    const pulse = heartbeat(patience.heartbeatSeconds, surroundings.clock, cancelled);
    const { token, answered, close } = issue(visit, pulse.beat);
    try {
      const parameters = fill({ ...visit.context, Task: { Token: token } });
      // TaskScheduled and TaskStarted.
      history.add(2);
      return await Promise.race([
        answered,
        pulse.stopped,
        taskTimeout(patience.timeoutSeconds, surroundings.clock, cancelled),
        handOver(parameters, visit, cancelled),
      ]).finally(() => history.add(1));
    } finally {
      close();
    }
  });

/** Throws `States.Timeout` in time; it has no cause, as measured: https://github.com/floci-io/floci/pull/2782 */
export const taskTimeout = async (
  seconds: number | undefined,
  clock: Visit['running']['surroundings']['clock'],
  cancelled: AbortSignal,
): Promise<never> => {
  if (seconds === undefined) return untilCancelled(cancelled);
  await pause(seconds * 1000, clock, cancelled);
  throw new TaskFault('States.Timeout', '');
};

const issue = ({ running }: Visit, beat: () => void) => {
  let close = () => {};
  let token = '';
  const answered = new Promise<Answer>((resolve, reject) => {
    ({ token, close } = running.surroundings.issueToken({
      succeed: (result, causes) => resolve({ result, causes }),
      fail: (error, cause, causes) => reject(new TaskFault(error, cause, causes)),
      beat,
    }));
  });
  return { token, close, answered };
};

const handOver = async (parameters: Json, visit: Visit, cancelled: AbortSignal): Promise<never> => {
  const { functionArn, payload, queued } = readLambdaInvoke(parameters);
  const { state, path, attempt, causes, running } = visit;
  const at = { state, path, attempt, causes };
  if (queued) running.surroundings.post(functionArn, payload, at);
  else await running.surroundings.task(functionArn, payload, at, cancelled);
  // TaskSubmitted.
  running.history.add(1);
  return untilCancelled(cancelled);
};
