import type { At } from '../at';
import type { FenceEcs } from './schema';

/**
 * What IAM must allow per capability. Actions and ARN forms:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html
 */
export const permissions = {
  readiness: (resource: FenceEcs, at: At) => [
    { actions: ['ecs:DescribeServices'], resources: [arn(resource, at, at.region)] },
  ],
  fence: (resource: FenceEcs, at: At) => [change(resource, at)],
  unfence: (resource: FenceEcs, at: At) => [change(resource, at)],
};

/** The journey runs in the Region that takes over, so it fences any other. */
const change = (resource: FenceEcs, at: At) => ({
  actions: ['ecs:DescribeServices', 'ecs:UpdateService'],
  resources: at.workloadRegions.filter((one) => one !== at.region).map((region) => arn(resource, at, region)),
  path: 'best-effort' as const,
});

const arn = ({ cluster, service }: FenceEcs, { partition, account }: At, region: string) =>
  `arn:${partition}:ecs:${region}:${account}:service/${cluster}/${service}`;
