import type { Fault } from './fault';
import { refuseCalls } from './refuse-calls';
import { spoil } from './spoil';

/** Services whose control planes live in us-east-1 alone, by their SDK clients. */
const ONE_REGION = new Set(['iam', 'route53', 'cloudfront', 'organizations']);

/** https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html */
export const loseGlobalControlPlanes: Fault = {
  name: 'lose-global-control-planes',
  id: 'F37',
  summary: 'IAM, the Route 53 API and CloudFront answer nobody, and AWS/Route53 metrics stop',
  strike: ({ cloud: { world } }) => {
    const mends = [
      refuseCalls(world, ({ service }) => ONE_REGION.has(service)),
      spoil(
        world.faults,
        'metricMissed',
        (before) => (metric) => metric.namespace === 'AWS/Route53' || (before?.(metric) ?? false),
      ),
    ];
    return () => mends.forEach((mend) => mend());
  },
};
