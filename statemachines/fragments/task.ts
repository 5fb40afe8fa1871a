import { Duration } from 'aws-cdk-lib';
import {
  Errors,
  JitterType,
  TaskInput,
  Timeout,
  type IChainable,
  type TaskStateBase,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke, type LambdaInvocationType, type LambdaInvokeProps } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';

/** A published version of a Lambda function. */
export type LambdaVersion = LambdaInvokeProps['lambdaFunction'];

interface TaskProps {
  readonly calls: LambdaVersion;
  /** What it is called with, or the path where that stands already. */
  readonly payload: Readonly<Record<string, unknown>> | `$.${string}`;
  /** `EVENT` waits only until Lambda has accepted the call, and tells nothing of what came of it. */
  readonly invocationType?: LambdaInvocationType.EVENT;
  /** Where the result goes, such as `$.lead`; `DISCARD` drops it; absent, it replaces the whole state. */
  readonly resultPath?: string;
  /** How often it is tried again when its function throws; absent, until two minutes or so have passed. */
  readonly retriesMax?: number;
  /** Where to go on when the task failed for good. */
  readonly otherwise: IChainable;
  /** Where the fault goes, as `{Error, Cause}`; absent, it replaces the whole state. */
  readonly faultPath?: string;
}

/**
 * Faults of Lambda itself and of too much haste. A step is safe to repeat, so all are retried:
 * https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html
 */
const TRANSIENT = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.TooManyRequestsException',
  'Lambda.Unknown',
  'Sandbox.Timedout',
  'TooManyRequestsException',
  'ThrottlingException',
];

/** Errors that trying again does not cure; our functions throw them by these names. */
const FINAL = [
  'AlreadyAsked',
  'CannotAnswer',
  'InvalidInput',
  'InvalidSignal',
  'MissingEnvironment',
  'MovedSince',
  'NothingToControl',
  'PlanError',
  'StaleEpoch',
  'Stopped',
  'TurnedOnSince',
  'UnknownStep',
  'WriterUnknown',
];

/** For everything else that a function throws: a service in trouble may need minutes, and giving up costs more. */
const patience = {
  interval: Duration.seconds(2),
  backoffRate: 1.5,
  maxDelay: Duration.seconds(15),
  jitterStrategy: JitterType.FULL,
};

const RETRIES_MAX = 20;

const backOff = {
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxDelay: Duration.seconds(8),
  jitterStrategy: JitterType.FULL,
};

/** Tries again what may cure itself; `timeouts` says how often a task may be repeated after a time-out. */
export const retryFaults = <T extends TaskStateBase>(state: T, timeouts: number, retriesMax = RETRIES_MAX): T => {
  state.addRetry({ errors: TRANSIENT, maxAttempts: 4, ...backOff });
  state.addRetry({ errors: [Errors.TIMEOUT], maxAttempts: timeouts, ...backOff });
  state.addRetry({ errors: FINAL, maxAttempts: 0 });
  state.addRetry({ errors: [Errors.TASKS_FAILED], ...patience, maxAttempts: retriesMax });
  return state;
};

/** One call of a function: it times out, is retried, and never fails the run without a way on. */
export const task = (scope: Construct, name: string, props: TaskProps): TaskStateBase =>
  retryFaults(
    new LambdaInvoke(scope, name, {
      lambdaFunction: props.calls,
      ...(typeof props.payload === 'string'
        ? { inputPath: props.payload }
        : { payload: TaskInput.fromObject({ ...props.payload }) }),
      // Lambda's bare answer, or none at all.
      ...(props.invocationType ? { invocationType: props.invocationType } : { payloadResponseOnly: true }),
      resultPath: props.resultPath,
      taskTimeout: Timeout.duration(Duration.seconds(30)),
      // CDK's own lacks throttling, Lambda.Unknown and time-outs.
      retryOnServiceExceptions: false,
    }),
    2,
    props.retriesMax,
  ).addCatch(props.otherwise, { errors: [Errors.ALL], resultPath: props.faultPath });
