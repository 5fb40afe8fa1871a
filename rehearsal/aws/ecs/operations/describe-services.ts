import { DescribeServicesCommand, type Service } from '@aws-sdk/client-ecs';
import { onlyFields } from '../../not-simulated';
import { operation } from '../../operation';
import type { RunningService } from '../running-service';
import { invalidParameter, serviceArn, shortName, type RunningServices } from '../running-services';

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html */
const SERVICES_MAX = 10;

/** `DescribeServices`: services that do not exist are failures of the answer, not an exception. */
export const describeServices = (services: RunningServices) =>
  operation(DescribeServicesCommand, {
    latency: 'api.read',
    authorize: ({ cluster, services: wanted = [] }, { account, region }) =>
      wanted.map((service) => ({
        action: 'ecs:DescribeServices',
        resource: serviceArn(account, region, cluster, service),
      })),
    run: (input, { account, region }) => {
      onlyFields('DescribeServices', input, ['cluster', 'services']);
      const { cluster, services: wanted = [] } = input;
      if (wanted.length === 0) throw invalidParameter('Services cannot be empty.');
      if (wanted.length > SERVICES_MAX)
        throw invalidParameter(`Services cannot have more than ${SERVICES_MAX} elements.`);
      const known = services.inCluster(region, cluster);
      const asked = wanted.map((name) => ({
        arn: serviceArn(account, region, cluster, name),
        service: known.find((service) => service.name === shortName(name)),
      }));
      return {
        services: asked.flatMap(({ arn, service }) => (service ? [describe(arn, service)] : [])),
        failures: asked.filter(({ service }) => !service).map(({ arn }) => ({ arn, reason: 'MISSING' })),
      };
    },
  });

/** A service as ECS shows it; a change of `desiredCount` starts no new deployment. */
export const describe = (arn: string, { name, desired, running, pending }: RunningService): Service => {
  const counts = { desiredCount: desired, runningCount: running, pendingCount: pending };
  return {
    serviceArn: arn,
    serviceName: name,
    clusterArn: arn.replace(':service/', ':cluster/').replace(/\/[^/]*$/, ''),
    status: 'ACTIVE',
    ...counts,
    deployments: [{ status: 'PRIMARY', rolloutState: 'COMPLETED', ...counts }],
  };
};
