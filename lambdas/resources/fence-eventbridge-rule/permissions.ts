import type { At } from '../at';
import type { FenceEventbridgeRule } from './schema';

/**
 * What IAM must allow per capability. Actions and ARN forms:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html
 */
export const permissions = {
  readiness: (resource: FenceEventbridgeRule, at: At) => [
    { actions: ['events:DescribeRule'], resources: arns(resource, at, [at.region]) },
  ],
  fence: (resource: FenceEventbridgeRule, at: At) => [change('events:DisableRule', resource, at)],
  unfence: (resource: FenceEventbridgeRule, at: At) => [change('events:EnableRule', resource, at)],
};

/** The journey runs in the Region that takes over, so it fences any other. */
const change = (action: string, resource: FenceEventbridgeRule, at: At) => ({
  actions: ['events:DescribeRule', action],
  resources: arns(
    resource,
    at,
    at.workloadRegions.filter((region) => region !== at.region),
  ),
  path: 'best-effort' as const,
});

/** A rule of another bus than the default one has the bus in its ARN. */
const arns = ({ rules, bus }: FenceEventbridgeRule, { partition, account }: At, regions: readonly string[]) =>
  regions.flatMap((region) =>
    rules.map(
      (rule) => `arn:${partition}:events:${region}:${account}:rule/${bus === 'default' ? rule : `${bus}/${rule}`}`,
    ),
  );
