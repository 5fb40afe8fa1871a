import { UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { onlyFields } from '../../not-simulated';
import { operation } from '../../operation';
import { setDesired } from '../running-service';
import { clusterName, invalidParameter, serviceArn, shortName, type RunningServices } from '../running-services';
import { describe } from './describe-services';

/**
 * `UpdateService` of the number of tasks.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */
export const updateService = (services: RunningServices) =>
  operation(UpdateServiceCommand, {
    latency: 'api.write',
    authorize: ({ cluster, service = '*' }, { account, region }) => [
      { action: 'ecs:UpdateService', resource: serviceArn(account, region, cluster, service) },
    ],
    effect: ({ cluster, service }) => service && `${clusterName(cluster)}/${shortName(service)}`,
    run: (input, { world, account, region, id }) => {
      onlyFields('UpdateService', input, ['cluster', 'service', 'desiredCount']);
      const { cluster, desiredCount } = input;
      const service = services.find(region, cluster, input.service);
      if (desiredCount !== undefined) {
        if (!Number.isInteger(desiredCount) || desiredCount < 0) {
          throw invalidParameter(`desiredCount ${desiredCount} is invalid; it must be 0 or a positive integer.`);
        }
        setDesired(world, service, desiredCount, id);
      }
      return { service: describe(serviceArn(account, region, cluster, service.name), service) };
    },
  });
