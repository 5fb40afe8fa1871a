import type { Resource } from '../plan';
import type { PlanRule } from '../problem';

/** Two resources that stand for the same thing in AWS would move it twice, each unaware of the other. */
export const resourcesMoveOnce: PlanRule = ({ resources }) =>
  resources.flatMap((resource, at) => {
    const first = resources.slice(0, at).find((other) => identity(other) === identity(resource));
    if (!first) return [];
    const wrong = `"${resource.name}" is the same ${identity(resource)} as "${first.name}"`;
    return [{ path: ['resources', at], wrong, allowed: 'each thing in AWS once', fix: 'remove one of the two' }];
  });

/** What a resource stands for in AWS. */
const identity = (resource: Resource): string => {
  switch (resource.kind) {
    case 'aurora-global':
      return `global cluster ${resource.globalCluster}`;
    case 'ecs-service':
      return `service ${resource.cluster}/${resource.service}`;
    case 'fence-ecs':
      return `fenced service ${resource.cluster}/${resource.service}`;
    case 'fence-eventbridge-rule':
      return `fenced rules ${resource.bus}: ${[...resource.rules].sort().join(', ')}`;
    case 'fence-lambda':
      return `fenced functions ${[...resource.functions].sort().join(', ')}`;
    case 'fence-network-acl':
      return `fenced subnets ${Object.values(resource.subnets).flat().sort().join(', ')}`;
    case 'gate-parameter':
      return `parameter ${resource.parameter}`;
    case 'route53-records':
      return `record ${resource.record} of ${resource.zone}`;
  }
};
