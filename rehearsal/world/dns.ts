import type { Dns } from '../../lambdas/dns';
import type { Route53 } from '../aws/services/network';
import { drawMs } from '../aws/latencies';
import { createResolver } from './dns-resolver';
import type { Place, World } from './world';

/** As `realDns` waits for its Region's resolver. */
const TIMEOUT_MS = 2_000;

/**
 * The resolver of each place, shared by all that run there. Route 53's name servers are everywhere, so they answer every
 * place that the internet reaches; what is in the cache is answered even to a place that is cut off. Who asks a zone's own
 * name servers asks no cache; their addresses are taken to be known.
 */
export const simulatedDns = (world: World, route53: Pick<Route53, 'answer'>): ((from: Place) => Dns) => {
  const dnsOf = new Map<Place, Dns>();
  return (from) => {
    const known = dnsOf.get(from);
    if (known) return known;
    const reachable = () => world.network.reaches(from, 'internet') && world.network.reaches('internet', from);
    const resolve = createResolver(world.clock.now, (name, type) =>
      reachable() ? route53.answer(name, type) : undefined,
    );
    const askTheZone = (name: string, type: string) => (reachable() ? route53.answer(name, type) : []).map(textOf);
    const dns: Dns = async (name, type, whom = 'the resolver') => {
      const values = whom === 'the zone' ? askTheZone(name, type) : resolve(name, type);
      await world.clock.sleep(values.length > 0 || reachable() ? drawMs(world, 'dns.lookup') : TIMEOUT_MS);
      return values;
    };
    dnsOf.set(from, dns);
    return dns;
  };
};

/** Texts are quoted where they are written, and not where they are read. */
const textOf = ({ value }: { readonly value: string }): string => value.replace(/^"(.*)"$/, '$1');
