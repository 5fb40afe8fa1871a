import {
  ConditionalCheckFailedException,
  DynamoDBServiceException,
  InternalServerError,
  ReplicatedWriteConflictException,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import type { Item } from './item';

const badRequest = { httpStatusCode: 400 };

/** `ValidationException`, which the client does not model. */
export const validation = (message: string): DynamoDBServiceException =>
  new DynamoDBServiceException({ name: 'ValidationException', message, $fault: 'client', $metadata: badRequest });

/** `ValidationException` about one of the request's values. */
export const invalidParameter = (message: string): DynamoDBServiceException =>
  validation(`One or more parameter values were invalid: ${message}`);

/** No such table, or no replica of it in this Region. */
export const tableNotFound = (table: string): ResourceNotFoundException =>
  new ResourceNotFoundException({
    message: `Requested resource not found: Table: ${table} not found`,
    $metadata: badRequest,
  });

/** The item is not as the condition wants it; carries the item when the request asked for it. */
export const conditionFailed = (item: Item | undefined): ConditionalCheckFailedException =>
  new ConditionalCheckFailedException({
    message: 'The conditional request failed',
    $metadata: badRequest,
    ...(item && { Item: item }),
  });

/**
 * Two Regions write one item at once; the SDK tries again.
 * https://github.com/boto/botocore/blob/develop/botocore/data/_retry.json (its status)
 */
export const writeConflict = (): ReplicatedWriteConflictException =>
  new ReplicatedWriteConflictException({
    message: 'One or more items in the request are being modified by a request in another Region',
    $metadata: { httpStatusCode: 409 },
  });

/**
 * A replica that reaches no other one neither writes nor reads consistently. That the answer is a 500 is assumed: it is
 * the only error that these operations declare for a fault of the service.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html
 */
export const noQuorum = (): InternalServerError =>
  new InternalServerError({ message: 'Internal server error', $metadata: { httpStatusCode: 500 } });
