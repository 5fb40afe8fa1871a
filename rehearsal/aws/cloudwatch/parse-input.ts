import {
  CloudWatchServiceException,
  InvalidParameterValueException,
  MissingRequiredParameterException,
} from '@aws-sdk/client-cloudwatch';
import type { z } from 'zod';
import { NotSimulated } from '../not-simulated';

/**
 * Reads an operation's input. A member that nobody simulates is `NotSimulated`; a missing or bad value is what
 * CloudWatch says: `MissingParameter` or `InvalidParameterValue`.
 */
export const parseInput = <S extends z.ZodType>(command: string, schema: S, input: unknown): z.output<S> => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const unknown = issues.find(({ code }) => code === 'unrecognized_keys');
  if (unknown?.code === 'unrecognized_keys') {
    throw new NotSimulated(`${command}: ${[...unknown.path, unknown.keys.join(', ')].join('.')} is not simulated`);
  }
  const [issue] = issues;
  const member = issue?.path.join('.');
  const message = `The parameter ${member} is invalid: ${issue?.message}`;
  if (issue?.code !== 'custom' && valueAt(input, issue?.path ?? []) === undefined) {
    throw new MissingRequiredParameterException({
      message: `The parameter ${member} is required.`,
      $metadata: { httpStatusCode: 400 },
    });
  }
  throw new InvalidParameterValueException({ message, $metadata: { httpStatusCode: 400 } });
};

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key], input);

/** An error of the query protocol for which the SDK has no class of its own. */
export const validationError = (message: string): CloudWatchServiceException =>
  new CloudWatchServiceException({
    name: 'ValidationError',
    message,
    $fault: 'client',
    $metadata: { httpStatusCode: 400 },
  });
