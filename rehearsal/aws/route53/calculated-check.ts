import { InvalidInput } from '@aws-sdk/client-route-53';
import type { World } from '../../world/world';
import type { CalculatedCheckConfig, HealthCheck } from './health-check';

/**
 * A check that counts its healthy children. A threshold of 0 is always healthy, one above their number never.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html#health-checks-creating-values-calculated
 */
export const createCalculatedCheck = (
  world: World,
  find: (id: string) => HealthCheck | undefined,
  identity: { readonly id: string; readonly name: string },
  { ChildHealthChecks, HealthThreshold, Inverted }: CalculatedCheckConfig,
): HealthCheck => {
  const children = ChildHealthChecks.map((id) => childOf(find, id));
  const listeners: ((id: string) => void)[] = [];
  const healthy = () => children.filter((child) => child.healthy()).length >= HealthThreshold !== Inverted;

  let before = healthy();
  const childFlipped = (cause: string) => {
    if (healthy() === before) return;
    before = !before;
    const what = `health check ${identity.name} (${HealthThreshold} of ${children.length}) turned ${before ? 'healthy' : 'unhealthy'}`;
    const flip = world.trace.add({ type: 'traffic', region: 'internet', what, causes: [cause] });
    for (const seen of listeners) seen(flip);
  };
  for (const child of children) child.onFlip(childFlipped);
  return { ...identity, type: 'CALCULATED', healthy, onFlip: (seen) => void listeners.push(seen) };
};

const childOf = (find: (id: string) => HealthCheck | undefined, id: string): HealthCheck => {
  const child = find(id);
  if (!child) throw new InvalidInput({ message: `Child health check ${id} does not exist.`, $metadata: {} });
  if (child.type === 'CALCULATED') {
    throw new InvalidInput({ message: `Child health check ${id} must not be CALCULATED itself.`, $metadata: {} });
  }
  return child;
};
