import { Resolver } from 'node:dns/promises';

/**
 * Asks for a name's CNAME, A or TXT records: the Region's resolver, or `the zone`'s own name servers, whose answer comes
 * from no cache. An empty list if the name has none or nobody answers.
 */
export type Dns = (
  name: string,
  type: 'A' | 'CNAME' | 'TXT',
  whom?: 'the resolver' | 'the zone',
) => Promise<readonly string[]>;

type Asked = Pick<Resolver, 'resolve4' | 'resolveCname' | 'resolveTxt' | 'resolveNs' | 'setServers'>;

/** DNS by resolvers of this make. */
export const dnsBy =
  (create: () => Asked): Dns =>
  async (name, type, whom = 'the resolver') => {
    try {
      const asked = create();
      if (whom === 'the zone') asked.setServers(await nameServersOf(name, create()));
      return await ask[type](asked, name);
    } catch {
      return [];
    }
  };

export const realDns: Dns = dnsBy(() => new Resolver({ timeout: 2_000, tries: 1 }));

/** One may be out of reach; all four would take more time than an observer has. */
const SERVERS = 2;

/** The addresses of the name servers of the zone that holds a name; throws if there are none. */
const nameServersOf = async (name: string, resolver: Asked): Promise<readonly string[]> => {
  for (let zone = name; zone.includes('.'); zone = zone.slice(zone.indexOf('.') + 1)) {
    const servers = await resolver.resolveNs(zone).catch(unlessItHasNone);
    if (servers.length > 0) return addressesOf(servers, resolver);
  }
  throw new Error(`${name} is in no zone that has name servers`);
};

const addressesOf = async (servers: readonly string[], resolver: Asked): Promise<readonly string[]> => {
  const found = await Promise.allSettled(servers.map((server) => resolver.resolve4(server)));
  const addresses = found.flatMap((one) => (one.status === 'fulfilled' ? one.value.slice(0, 1) : []));
  if (addresses.length === 0) throw new Error(`none of ${servers.join(', ')} has an address`);
  return addresses.slice(0, SERVERS);
};

/** A name below a zone has no name servers of its own; a resolver that is silent says nothing of that. */
const unlessItHasNone = (fault: unknown): readonly string[] => {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  if (code === 'ENODATA' || code === 'ENOTFOUND') return [];
  throw fault;
};

const ask = {
  A: (asked, name) => asked.resolve4(name),
  CNAME: (asked, name) => asked.resolveCname(name),
  // A record's text comes in pieces of at most 255 bytes.
  TXT: async (asked, name) => (await asked.resolveTxt(name)).map((pieces) => pieces.join('')),
} satisfies Record<string, (asked: Asked, name: string) => Promise<readonly string[]>>;
