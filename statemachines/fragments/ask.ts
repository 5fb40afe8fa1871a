import { Duration } from 'aws-cdk-lib';
import {
  Errors,
  IntegrationPattern,
  JsonPath,
  TaskInput,
  Timeout,
  type IChainable,
  type TaskStateBase,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { retryFaults, type LambdaVersion } from './task';

/** The run waits a little longer than the question stands, so that an answer of the last second is not lost. */
const GRACE_SECONDS = 60;

/** How long one question may hold up a run, in seconds. */
export const askSeconds = (expiresSeconds: number): number => expiresSeconds + GRACE_SECONDS;

interface AskProps {
  /** Puts the question, and tells people; who answers hands the token back. */
  readonly calls: LambdaVersion;
  /** What is asked, without the token. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly expiresSeconds: number;
  /** Where to go on, answered or not: whoever reads the answer finds the silence, too. */
  readonly next: IChainable;
  /** Where to go on when people could not be asked. */
  readonly otherwise: IChainable;
}

/** Waits for people. https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token */
export const ask = (scope: Construct, name: string, props: AskProps): TaskStateBase => {
  const { calls, payload, expiresSeconds, next, otherwise } = props;
  const asked = new LambdaInvoke(scope, name, {
    lambdaFunction: calls,
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: TaskInput.fromObject({ ...payload, token: JsonPath.taskToken }),
    resultPath: JsonPath.DISCARD,
    taskTimeout: Timeout.duration(Duration.seconds(askSeconds(expiresSeconds))),
    retryOnServiceExceptions: false,
  });
  // Silence is an answer, too.
  retryFaults(asked, 0)
    .addCatch(next, { errors: [Errors.TIMEOUT, 'AlreadyAsked'], resultPath: JsonPath.DISCARD })
    .addCatch(otherwise, { errors: [Errors.ALL], resultPath: JsonPath.DISCARD });
  asked.next(next);
  return asked;
};
