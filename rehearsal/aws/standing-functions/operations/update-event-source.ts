import { ResourceInUseException, UpdateEventSourceMappingCommand } from '@aws-sdk/client-lambda';
import { onlyFields } from '../../not-simulated';
import { operation } from '../../operation';
import { functionArn, switchSource, type EventSource, type StandingFunctions } from '../standing-function';
import { show } from './describe';

/**
 * Starts and stops polling. A mapping that is still on its way takes no other update:
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateEventSourceMapping.html#API_UpdateEventSourceMapping_Errors
 */
export const updateEventSource = (functions: StandingFunctions) =>
  operation(UpdateEventSourceMappingCommand, {
    latency: 'api.write',
    authorize: ({ UUID }, { account, region }) => {
      const owner = functions.ownerOf(region, UUID);
      return [
        {
          action: 'lambda:UpdateEventSourceMapping',
          resource: `arn:aws:lambda:${region}:${account}:event-source-mapping:${UUID}`,
          ...(owner && { context: { 'lambda:FunctionArn': functionArn(account, region, owner.name) } }),
        },
      ];
    },
    effect: ({ UUID }) => UUID,
    run: (input, { world, account, region, id }) => {
      onlyFields('UpdateEventSourceMapping', input, ['UUID', 'Enabled']);
      const found = functions.findSource(region, input.UUID);
      assertSettled(found.source);
      if (input.Enabled !== undefined) switchSource(world, found, input.Enabled, id);
      return show(found.source, functionArn(account, region, found.of.name));
    },
  });

const assertSettled = ({ state }: EventSource): void => {
  if (state === 'Enabled' || state === 'Disabled') return;
  throw new ResourceInUseException({
    Type: 'User',
    message: 'Cannot update the event source mapping because it is in use.',
    $metadata: { httpStatusCode: 400 },
  });
};
