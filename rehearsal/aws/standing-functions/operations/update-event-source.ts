import { UpdateEventSourceMappingCommand } from '@aws-sdk/client-lambda';
import { onlyFields } from '../../not-simulated';
import { operation } from '../../operation';
import { functionArn, switchSource, type StandingFunctions } from '../standing-function';
import { show } from './describe';

/** https://docs.aws.amazon.com/lambda/latest/api/API_UpdateEventSourceMapping.html, as far as it starts and stops polling. */
export const updateEventSource = (functions: StandingFunctions) =>
  operation(UpdateEventSourceMappingCommand, {
    latency: 'api.write',
    authorize: ({ UUID }, { account, region }) => [
      {
        action: 'lambda:UpdateEventSourceMapping',
        resource: `arn:aws:lambda:${region}:${account}:event-source-mapping:${UUID}`,
        context: { 'lambda:FunctionArn': functionArn(account, region, functions.findSource(region, UUID).of.name) },
      },
    ],
    effect: ({ UUID }) => UUID,
    run: (input, { world, account, region, id }) => {
      onlyFields('UpdateEventSourceMapping', input, ['UUID', 'Enabled']);
      const found = functions.findSource(region, input.UUID);
      if (input.Enabled !== undefined) switchSource(world, found, input.Enabled, id);
      return show(found.source, functionArn(account, region, found.of.name));
    },
  });
