import { ClusterNotFoundException, InvalidParameterException, ServiceNotFoundException } from '@aws-sdk/client-ecs';
import type { RunningService } from './running-service';

/** The services of every Region. */
export interface RunningServices {
  add(service: RunningService): void;
  /** Throws `ClusterNotFoundException` where the Region has no such cluster. */
  inCluster(region: string, cluster: string | undefined): readonly RunningService[];
  /** Throws `ClusterNotFoundException` or `ServiceNotFoundException`. */
  find(region: string, cluster: string | undefined, service: string | undefined): RunningService;
}

const badRequest = { httpStatusCode: 400 };

/** An empty list of services. */
export const createRunningServices = (): RunningServices => {
  const all: RunningService[] = [];
  const inCluster = (region: string, cluster: string | undefined): readonly RunningService[] => {
    const found = all.filter((service) => service.region === region && service.cluster === clusterName(cluster));
    if (found.length > 0) return found;
    throw new ClusterNotFoundException({ message: 'Cluster not found.', $metadata: badRequest });
  };
  return {
    add: (service) => void all.push(service),
    inCluster,
    find: (region, cluster, wanted) => {
      if (!wanted) throw invalidParameter('Service cannot be empty.');
      const found = inCluster(region, cluster).find(({ name }) => name === shortName(wanted));
      if (found) return found;
      throw new ServiceNotFoundException({ message: 'Service not found.', $metadata: badRequest });
    },
  };
};

/** A value that ECS does not take. */
export const invalidParameter = (message: string): InvalidParameterException =>
  new InvalidParameterException({ message, $metadata: badRequest });

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html: without one, the cluster `default`. */
export const clusterName = (cluster = 'default'): string => shortName(cluster);

/** ECS takes short names and ARNs: `arn:aws:ecs:us-west-2:111122223333:service/webshop/web` → `web`. */
export const shortName = (nameOrArn: string): string => nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html */
export const serviceArn = (account: string, region: string, cluster: string | undefined, service: string): string =>
  `arn:aws:ecs:${region}:${account}:service/${clusterName(cluster)}/${shortName(service)}`;
