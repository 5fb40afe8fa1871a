import { HttpFault } from '../../../lambdas/http';
import type { World } from '../../world/world';
import type { WaysOut } from '../lambda/environment';
import { drawMs } from '../latencies';
import type { EndpointCheckConfig, HealthCheck } from './health-check';

/** 4 s to connect and 2 s for the answer. */
const TIMEOUT_MS = 6_000;

/**
 * A check that asks an endpoint from the internet, in no Region. Its checkers, of which more than 18 % must agree, see the
 * same here, so they are one. Without effect: `EnableSNI`, because certificates are not simulated.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
export const createEndpointCheck = (
  world: World,
  http: WaysOut['http'],
  identity: { readonly id: string; readonly name: string },
  config: EndpointCheckConfig,
): HealthCheck => {
  const { clock, trace } = world;
  const listeners: ((id: string) => void)[] = [];
  // A new check counts as healthy.
  let known = true;
  let published = true;
  let contrary = 0;

  const look = async () => {
    const seen: string[] = [];
    const good = await answersWell(
      http(
        'internet',
        (id) => void seen.push(id),
        () => [],
      ),
      config,
    );
    contrary = good === known ? 0 : contrary + 1;
    if (contrary < config.FailureThreshold) return;
    known = good;
    contrary = 0;
    clock.after(drawMs(world, 'route53.health-propagation'), () => publish(seen));
  };
  const publish = (causes: readonly string[]) => {
    if (published === known) return;
    published = known;
    const what = `health check ${identity.name} turned ${known ? 'healthy' : 'unhealthy'}`;
    const flip = trace.add({ type: 'health', region: 'internet', what, causes });
    for (const seen of listeners) seen(flip);
  };

  const everyMs = config.RequestInterval * 1_000;
  clock.every(everyMs, () => void look(), Math.ceil(world.random(`route53 check ${identity.id}`)() * everyMs));
  return {
    ...identity,
    type: config.Type,
    healthy: () => published !== config.Inverted,
    onFlip: (seen) => void listeners.push(seen),
  };
};

/** Redirects are good answers, too, and are not followed. */
const answersWell = async (
  http: ReturnType<WaysOut['http']>,
  { Type, FullyQualifiedDomainName: host, Port, ResourcePath }: EndpointCheckConfig,
): Promise<boolean> => {
  try {
    const url = `${Type.toLowerCase()}://${host}:${Port}${ResourcePath}`;
    const { status } = await http({ method: 'GET', url, timeoutMs: TIMEOUT_MS });
    return status >= 200 && status < 400;
  } catch (fault) {
    if (fault instanceof HttpFault) return false;
    throw fault;
  }
};
