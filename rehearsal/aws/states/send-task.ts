import {
  InvalidOutput,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  TaskTimedOut,
  ValidationException,
} from '@aws-sdk/client-sfn';
import type { Json } from '../../asl/json';
import type { TokenHolder } from '../../asl/surroundings';
import { NotSimulated, onlyFields } from '../not-simulated';
import { operation, type Call, type Operation } from '../operation';
import type { TaskTokens } from './task-tokens';

type Input = { readonly taskToken: string | undefined };

const badRequest = { httpStatusCode: 400 };

/** The three operations with which somebody who was handed a token speaks to the task that waits. */
export const sendTaskOperations = (tokens: TaskTokens): readonly Operation[] => [
  success(tokens),
  failure(tokens),
  beat(tokens),
];

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html */
const success = (tokens: TaskTokens): Operation =>
  operation(SendTaskSuccessCommand, {
    authorize: permission(tokens, 'states:SendTaskSuccess'),
    latency: 'api.write',
    run: (input, call) => {
      onlyFields('SendTaskSuccess', input, ['taskToken', 'output']);
      if (input.output === undefined) throw missing('output');
      const output = parseOutput(input.output);
      holderOf(tokens, input, call).succeed(output, [call.id]);
      return {};
    },
  });

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskFailure.html */
const failure = (tokens: TaskTokens): Operation =>
  operation(SendTaskFailureCommand, {
    authorize: permission(tokens, 'states:SendTaskFailure'),
    latency: 'api.write',
    run: (input, call) => {
      onlyFields('SendTaskFailure', input, ['taskToken', 'error', 'cause']);
      const { error, cause = '' } = input;
      if (!error) throw new NotSimulated('SendTaskFailure without error is not simulated; give the error its name');
      holderOf(tokens, input, call).fail(error, cause, [call.id]);
      return {};
    },
  });

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskHeartbeat.html */
const beat = (tokens: TaskTokens): Operation =>
  operation(SendTaskHeartbeatCommand, {
    authorize: permission(tokens, 'states:SendTaskHeartbeat'),
    latency: 'api.write',
    run: (input, call) => {
      onlyFields('SendTaskHeartbeat', input, ['taskToken']);
      holderOf(tokens, input, call).beat();
      return {};
    },
  });

/**
 * The machine whose task waits, as CDK's `grantTaskResponse` has it; a token that nobody issued names no machine, and
 * only who may answer for any of them learns that it is invalid.
 */
const permission =
  (tokens: TaskTokens, action: string) =>
  ({ taskToken = '' }: Input, { region }: Call) => [
    { action, resource: tokens.find(region, taskToken)?.machineArn ?? '*' },
  ];

/**
 * Throws as AWS documents it: `TaskTimedOut` where the token "has either expired or the task associated with the token
 * has already been closed". `TaskDoesNotExist` ("The activity does not exist") belongs to activities, of which there are
 * none here.
 */
const holderOf = (tokens: TaskTokens, { taskToken }: Input, { region }: Call): TokenHolder => {
  if (taskToken === undefined) throw missing('taskToken');
  const known = tokens.find(region, taskToken);
  if (!known) throw new InvalidToken({ message: "Invalid Token: 'Invalid token'", $metadata: badRequest });
  if (known.holder) return known.holder;
  throw new TaskTimedOut({
    message: "Task Timed Out: 'Provided task does not exist anymore'",
    $metadata: badRequest,
  });
};

const parseOutput = (output: string): Json => {
  try {
    return JSON.parse(output) as Json;
  } catch (error) {
    throw new InvalidOutput({ message: `Invalid Output: '${(error as Error).message}'`, $metadata: badRequest });
  }
};

const missing = (member: string) =>
  new ValidationException({
    message: `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`,
    $metadata: badRequest,
  });
