import type { At } from '../at';
import type { EcsService } from './schema';

/**
 * What IAM must allow per capability, in the function's own Region only. Actions and ARN forms:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html
 */
export const permissions = {
  readiness: (resource: EcsService, at: At) => [allow(['ecs:DescribeServices'], resource, at)],
  scale: (resource: EcsService, at: At) => [allow(['ecs:DescribeServices', 'ecs:UpdateService'], resource, at)],
};

const allow = (actions: string[], { cluster, service }: EcsService, { partition, account, region }: At) => ({
  actions,
  resources: [`arn:${partition}:ecs:${region}:${account}:service/${cluster}/${service}`],
});
