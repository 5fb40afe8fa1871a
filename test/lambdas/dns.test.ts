import { dnsBy } from '../../lambdas/dns';

const ZONE = 'shop.example';
const NAME = `us-east-1.witness.${ZONE}`;

/** A resolver's answers by what was asked; what is not here does not exist. */
const resolvers = (answers: Readonly<Record<string, unknown>>) => {
  const servers: (readonly string[])[] = [];
  const answer = <T>(question: string): Promise<T> =>
    question in answers
      ? (answers[question] as () => Promise<T>)()
      : Promise.reject(Object.assign(new Error(question), { code: 'ENODATA' }));
  const dns = dnsBy(() => ({
    resolve4: (name: string) => answer<never>(`A ${name}`),
    resolveCname: (name: string) => answer<string[]>(`CNAME ${name}`),
    resolveNs: (name: string) => answer<string[]>(`NS ${name}`),
    resolveTxt: (name: string) => answer<string[][]>(`TXT ${name}`),
    setServers: (addresses: readonly string[]) => void servers.push(addresses),
  }));
  return { dns, servers };
};
const says = (value: unknown) => () => Promise.resolve(value);
const silent = () => Promise.reject(Object.assign(new Error('nobody answers'), { code: 'ETIMEOUT' }));
const zone = {
  [`NS ${ZONE}`]: says(['ns-1.example', 'ns-2.example', 'ns-3.example', 'ns-4.example']),
  'A ns-1.example': silent,
  'A ns-2.example': says(['192.0.2.2', '192.0.2.12']),
  'A ns-3.example': says(['192.0.2.3']),
  'A ns-4.example': says(['192.0.2.4']),
  [`TXT ${NAME}`]: says([['do', 'wn']]),
};

it("asks the zone's own name servers, which have no cache, and joins a text's pieces", async () => {
  const { dns, servers } = resolvers(zone);
  expect(await dns(NAME, 'TXT', 'the zone')).toEqual(['down']);
  expect(servers).toEqual([['192.0.2.2', '192.0.2.3']]);
});

it("asks the Region's resolver unless told otherwise", async () => {
  const { dns, servers } = resolvers({ 'CNAME www.shop.example': says(['us-east-1.shop.example']) });
  expect(await dns('www.shop.example', 'CNAME')).toEqual(['us-east-1.shop.example']);
  expect(servers).toEqual([]);
});

it.each<[string, Readonly<Record<string, unknown>>]>([
  ['no zone above the name has name servers', {}],
  ['the resolver is silent', { ...zone, [`NS witness.${ZONE}`]: silent }],
  [
    'no name server has an address',
    { ...zone, 'A ns-2.example': silent, 'A ns-3.example': silent, 'A ns-4.example': silent },
  ],
  ['the zone is silent', { ...zone, [`TXT ${NAME}`]: silent }],
  ['the name has no text', { ...zone, [`TXT ${NAME}`]: undefined, [`TXT else.${ZONE}`]: says([['up']]) }],
])('S3 answers nothing when %s', async (_, answers) => {
  const { dns } = resolvers(Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined)));
  expect(await dns(NAME, 'TXT', 'the zone')).toEqual([]);
});
