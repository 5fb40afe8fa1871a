import { createWorld, type DrivenWorld } from '../../../rehearsal/world/create-world';
import { simulatedDns } from '../../../rehearsal/world/dns';
import { EAST, openShop, WEST } from './shop';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const pass = (seconds: number) => world.run(world.clock.sleep(seconds * 1_000));

const resolvers = () => {
  const shop = openShop(world);
  const dnsAt = simulatedDns(world, shop.route53);
  return { ...shop, look: (from: string, name = 'www.shop.example') => world.run(dnsAt(from)(name, 'CNAME')) };
};

describe("a Region's resolver", () => {
  it('keeps an answer for its TTL, and not longer', async () => {
    const { look, dns } = resolvers();
    expect(await look(WEST)).toEqual(['us-east-1.shop.example']);
    dns.region = WEST;
    await pass(59);
    expect(await look(WEST)).toEqual(['us-east-1.shop.example']);
    await pass(1);
    expect(await look(WEST)).toEqual(['us-west-2.shop.example']);
  });

  it('is shared by all in the Region, and by nobody else', async () => {
    const { look, dns } = resolvers();
    await look(WEST);
    await look(WEST);
    expect(dns.asked).toBe(1);
    await look(EAST);
    expect(dns.asked).toBe(2);
  });

  it('S3 answers nothing for a name that does not exist, and asks again the next time', async () => {
    const { look, dns } = resolvers();
    expect(await look(WEST, 'else.example')).toEqual([]);
    await look(WEST, 'else.example');
    expect(dns.asked).toBe(2);
  });

  it('knows only what it has kept while the internet is out of reach', async () => {
    const { look } = resolvers();
    await look(WEST);
    world.network.cut(WEST, 'internet');
    expect(await look(WEST)).toEqual(['us-east-1.shop.example']);
    await pass(60);
    const began = world.clock.now();
    expect(await look(WEST)).toEqual([]);
    expect(world.clock.now() - began).toBe(2_000);
  });
});

it("asks no cache but the zone's own name servers when told so, and nobody without the internet", async () => {
  const shop = openShop(world);
  const look = (whom?: 'the zone') =>
    world.run(simulatedDns(world, shop.route53)(WEST)('www.shop.example', 'CNAME', whom));
  expect(await look('the zone')).toEqual(['us-east-1.shop.example']);
  shop.dns.region = WEST;
  expect(await look('the zone')).toEqual(['us-west-2.shop.example']);
  world.network.cut('internet', WEST);
  expect(await look('the zone')).toEqual([]);
});
