import { Resolver } from 'node:dns/promises';

/** Asks the Region's resolver for a name's CNAME or A records; an empty list if the name has none or nobody answers. */
export type Dns = (name: string, type: 'A' | 'CNAME') => Promise<readonly string[]>;

export const realDns: Dns = async (name, type) => {
  const resolver = new Resolver({ timeout: 2_000, tries: 1 });
  try {
    return type === 'A' ? await resolver.resolve4(name) : await resolver.resolveCname(name);
  } catch {
    return [];
  }
};
