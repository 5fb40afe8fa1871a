import { GetFunctionConfigurationCommand, ListEventSourceMappingsCommand } from '@aws-sdk/client-lambda';
import { onlyFields } from '../../not-simulated';
import { operation } from '../../operation';
import { functionArn, type EventSource, type StandingFunctions } from '../standing-function';

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html, of what somebody here reads. */
export const getConfiguration = (functions: StandingFunctions) =>
  operation(GetFunctionConfigurationCommand, {
    latency: 'api.read',
    authorize: ({ FunctionName }, { account, region }) => [
      { action: 'lambda:GetFunctionConfiguration', resource: functionArn(account, region, FunctionName) },
    ],
    run: (input, { account, region }) => {
      onlyFields('GetFunctionConfiguration', input, ['FunctionName']);
      const { name, timeoutSeconds } = functions.find(region, input.FunctionName);
      return { FunctionName: name, FunctionArn: functionArn(account, region, name), Timeout: timeoutSeconds };
    },
  });

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html: all of a function, on one page. */
export const listEventSources = (functions: StandingFunctions) =>
  operation(ListEventSourceMappingsCommand, {
    latency: 'api.read',
    authorize: () => [{ action: 'lambda:ListEventSourceMappings', resource: '*' }],
    run: (input, { account, region }) => {
      onlyFields('ListEventSourceMappings', input, ['FunctionName']);
      const { name, eventSources } = functions.find(region, input.FunctionName);
      return { EventSourceMappings: eventSources.map((source) => show(source, functionArn(account, region, name))) };
    },
  });

/** A mapping as Lambda shows it. */
export const show = ({ id, state }: EventSource, FunctionArn: string) => ({ UUID: id, State: state, FunctionArn });
