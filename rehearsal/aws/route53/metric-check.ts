import { InvalidInput } from '@aws-sdk/client-route-53';
import type { World } from '../../world/world';
import type { CloudWatch } from '../services/signals';
import { drawMs, latencies } from '../latencies';
import type { HealthCheck, MetricCheckConfig } from './health-check';

/**
 * A check that reads an alarm's metric, not the alarm's state. Checkers and name servers are data plane outside every
 * Region, so it goes on when us-east-1 is dead; a Region that does not answer is insufficient data.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
export const createMetricCheck = (
  world: World,
  cloudwatch: Pick<CloudWatch, 'judge' | 'judgedBy'>,
  identity: { readonly id: string; readonly name: string },
  config: MetricCheckConfig,
): HealthCheck => {
  const { clock, network, trace } = world;
  const { Name: alarm, Region: region } = config.AlarmIdentifier;
  if (cloudwatch.judge(region, alarm) === undefined) {
    throw new InvalidInput({ message: `The alarm ${alarm} does not exist in ${region}.`, $metadata: {} });
  }
  const listeners: ((id: string) => void)[] = [];
  // A new check counts as healthy.
  let known = true;
  let published = true;

  const look = () => {
    const answers = network.reaches('internet', region) && network.reaches(region, 'internet');
    const judged = answers ? cloudwatch.judge(region, alarm) : 'INSUFFICIENT_DATA';
    const healthy = statusOf(judged, known, config);
    if (healthy === known) return;
    known = healthy;
    const causes = answers ? cloudwatch.judgedBy(region, alarm) : [];
    clock.after(drawMs(world, 'route53.health-propagation'), () => publish(causes));
  };
  const publish = (causes: readonly string[]) => {
    if (published === known) return;
    published = known;
    const what = `health check ${identity.name} of ${alarm} in ${region} turned ${known ? 'healthy' : 'unhealthy'}`;
    const flip = trace.add({ type: 'health', region: 'internet', what, causes });
    for (const seen of listeners) seen(flip);
  };

  const intervalMs = latencies['route53.metric-read'].maxMs;
  clock.every(intervalMs, look, Math.ceil(world.random(`route53 check ${identity.id}`)() * intervalMs));
  return {
    ...identity,
    type: 'CLOUDWATCH_METRIC',
    healthy: () => published,
    onFlip: (seen) => void listeners.push(seen),
  };
};

const statusOf = (
  judged: ReturnType<CloudWatch['judge']>,
  lastKnown: boolean,
  { InsufficientDataHealthStatus: without, Inverted }: MetricCheckConfig,
): boolean => {
  if (judged === 'OK' || judged === 'ALARM') return (judged === 'OK') !== Inverted;
  return without === 'LastKnownStatus' ? lastKnown : (without === 'Healthy') !== Inverted;
};
