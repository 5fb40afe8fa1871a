import {
  ExecutionAlreadyExists,
  InvalidArn,
  InvalidExecutionInput,
  InvalidName,
  StartExecutionCommand,
  StateMachineDoesNotExist,
} from '@aws-sdk/client-sfn';
import type { Json } from '../../asl/json';
import type { Execution } from '../services/compute';
import { onlyFields } from '../not-simulated';
import { operation, type Operation } from '../operation';

const badRequest = { httpStatusCode: 400 };

/** Starts an execution that has been authorized; answers the one that runs already under the same name and input. */
export type Begin = (request: {
  readonly machineArn: string;
  readonly name: string | undefined;
  readonly input: Json;
  readonly causes: readonly string[];
}) => Execution;

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html */
export const startExecution = (begin: Begin): Operation =>
  operation(StartExecutionCommand, {
    authorize: ({ stateMachineArn = '' }) => [{ action: 'states:StartExecution', resource: stateMachineArn }],
    latency: 'api.write',
    run: (input, { id }) => {
      onlyFields('StartExecution', input, ['stateMachineArn', 'name', 'input']);
      const execution = begin({
        machineArn: machineArnOf(input.stateMachineArn),
        name: input.name,
        input: parseInput(input.input ?? '{}'),
        causes: [id],
      });
      return { executionArn: execution.arn, startDate: new Date(execution.startedAt) };
    },
  });

/** Only an ARN of a state machine may be asked for; whether there is such a machine is another question. */
const machineArnOf = (arn = ''): string => {
  if (/^arn:[^:]+:states:[^:]+:\d{12}:stateMachine:[^:]+$/.test(arn)) return arn;
  throw new InvalidArn({ message: `Invalid Arn: '${arn}' is no ARN of a state machine`, $metadata: badRequest });
};

const parseInput = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new InvalidExecutionInput({
      message: `Invalid execution input: '${text}' is not JSON`,
      $metadata: badRequest,
    });
  }
};

/** 1 to 80 characters without white space, brackets, wildcards and other special characters. */
const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u;

/** Throws `InvalidName` for a name that Step Functions refuses. */
export const checkName = (name: string): void => {
  if (NAME.test(name)) return;
  throw new InvalidName({ message: `Invalid Name: '${name}' (1 to 80 plain characters)`, $metadata: badRequest });
};

export const doesNotExist = (machineArn: string) =>
  new StateMachineDoesNotExist({ message: `State Machine Does Not Exist: '${machineArn}'`, $metadata: badRequest });

export const alreadyExists = (executionArn: string) =>
  new ExecutionAlreadyExists({ message: `Execution Already Exists: '${executionArn}'`, $metadata: badRequest });
