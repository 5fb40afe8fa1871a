import { SSMServiceException } from '@aws-sdk/client-ssm';

export const badRequest = { httpStatusCode: 400 };

/** `ValidationException` of a request's field. */
export const validation = (message: string): SSMServiceException =>
  new SSMServiceException({ name: 'ValidationException', message, $fault: 'client', $metadata: badRequest });
