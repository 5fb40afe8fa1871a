import {
  DeleteFunctionConcurrencyCommand,
  GetFunctionConcurrencyCommand,
  LambdaServiceException,
  PutFunctionConcurrencyCommand,
} from '@aws-sdk/client-lambda';
import { onlyFields } from '../../not-simulated';
import { operation, type Call } from '../../operation';
import { functionArn, functionName, note, type StandingFunctions } from '../standing-function';

const asks =
  (action: string) =>
  ({ FunctionName }: { FunctionName?: string }, { account, region }: Call) => [
    { action: `lambda:${action}`, resource: functionArn(account, region, FunctionName) },
  ];

const changes = ({ FunctionName }: { FunctionName?: string }) => functionName(FunctionName);

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConcurrency.html: nothing where nothing is reserved. */
export const getConcurrency = (functions: StandingFunctions) =>
  operation(GetFunctionConcurrencyCommand, {
    latency: 'api.read',
    authorize: asks('GetFunctionConcurrency'),
    run: (input, { region }) => {
      onlyFields('GetFunctionConcurrency', input, ['FunctionName']);
      const { reserved } = functions.find(region, input.FunctionName);
      return reserved === undefined ? {} : { ReservedConcurrentExecutions: reserved };
    },
  });

/** https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionConcurrency.html */
export const putConcurrency = (functions: StandingFunctions) =>
  operation(PutFunctionConcurrencyCommand, {
    latency: 'api.write',
    authorize: asks('PutFunctionConcurrency'),
    effect: changes,
    run: (input, { world, region, id }) => {
      onlyFields('PutFunctionConcurrency', input, ['FunctionName', 'ReservedConcurrentExecutions']);
      const { ReservedConcurrentExecutions: reserved } = input;
      if (reserved === undefined) throw invalid('null', 'Member must not be null');
      if (reserved < 0) throw invalid(`'${reserved}'`, 'Member must have value greater than or equal to 0');
      const found = functions.find(region, input.FunctionName);
      found.reserved = reserved;
      note(world, found, `has reserved concurrency ${reserved}`, id);
      return { ReservedConcurrentExecutions: reserved };
    },
  });

/** https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionConcurrency.html */
export const deleteConcurrency = (functions: StandingFunctions) =>
  operation(DeleteFunctionConcurrencyCommand, {
    latency: 'api.write',
    authorize: asks('DeleteFunctionConcurrency'),
    effect: changes,
    run: (input, { world, region, id }) => {
      onlyFields('DeleteFunctionConcurrency', input, ['FunctionName']);
      const found = functions.find(region, input.FunctionName);
      found.reserved = undefined;
      note(world, found, 'has no reserved concurrency', id);
      return {};
    },
  });

/** Lambda checks a request against its own model first. https://docs.aws.amazon.com/lambda/latest/api/CommonErrors.html */
const invalid = (value: string, constraint: string): LambdaServiceException =>
  new LambdaServiceException({
    name: 'ValidationException',
    message: `1 validation error detected: Value ${value} at 'reservedConcurrentExecutions' failed to satisfy constraint: ${constraint}`,
    $fault: 'client',
    $metadata: { httpStatusCode: 400 },
  });
