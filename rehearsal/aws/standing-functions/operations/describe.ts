import { GetFunctionConfigurationCommand, ListEventSourceMappingsCommand } from '@aws-sdk/client-lambda';
import { entriesOnAPage } from '../../entries-on-a-page';
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

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html: those of a function, in pages. */
export const listEventSources = (functions: StandingFunctions) =>
  operation(ListEventSourceMappingsCommand, {
    latency: 'api.read',
    authorize: () => [{ action: 'lambda:ListEventSourceMappings', resource: '*' }],
    run: (input, call) => {
      onlyFields('ListEventSourceMappings', input, ['FunctionName', 'Marker']);
      const { name, eventSources } = functions.find(call.region, input.FunctionName);
      const from = Number(input.Marker ?? 0);
      const to = from + entriesOnAPage(['lambda', 'ListEventSourceMappings'], call);
      const arn = functionArn(call.account, call.region, name);
      return {
        EventSourceMappings: eventSources.slice(from, to).map((source) => show(source, arn)),
        ...(to < eventSources.length ? { NextMarker: String(to) } : {}),
      };
    },
  });

/** A mapping as Lambda shows it. */
export const show = ({ id, state }: EventSource, FunctionArn: string) => ({ UUID: id, State: state, FunctionArn });
