import { createWorld, type DrivenWorld } from '../../../rehearsal/world/create-world';
import { createUsers } from '../../../rehearsal/world/users';
import { EAST, openShop, quickStart, WEST } from './shop';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const pass = (seconds: number) => world.run(world.clock.sleep(seconds * 1_000));

const start = async () => {
  const shop = openShop(world);
  shop.openGate(EAST, 1);
  await pass(6);
  return { ...shop, users: createUsers(world, quickStart, shop, shop.application) };
};

describe('users', () => {
  it('read and write about once a second each, and are served', async () => {
    const { users, rds } = await start();
    await pass(60);
    expect(users.requests.length).toBe(180);
    expect(users.requests.every(({ good, region }) => good && region === EAST)).toBe(true);
    expect(rds.rows('webshop-orders', EAST)).toHaveLength(180);
    users.stop();
    await pass(10);
    expect(users.requests.length).toBe(180);
  });

  it('follow DNS only when the TTL of what they know is over, each at another time', async () => {
    const { users, dns, openGate } = await start();
    await pass(120);
    openGate(WEST, 1);
    dns.region = WEST;
    const movedAt = world.clock.now();
    await pass(61);
    const first = new Map<string, number>();
    for (const { at, region, wrote, why } of users.requests) {
      if (region !== WEST) continue;
      // The standby's database refuses; DNS is what this is about.
      expect([wrote, why]).toEqual([undefined, expect.stringContaining('read-only')]);
      const user = String(at % 1_000);
      if (!first.has(user)) first.set(user, at - movedAt);
    }
    expect(first.size).toBe(3);
    expect(Math.max(...first.values())).toBeLessThanOrEqual(60_000);
    expect(Math.max(...first.values()) - Math.min(...first.values())).toBeGreaterThan(1_000);
  });

  it('F31 follow DNS no more while their resolver ignores TTLs, and at once when it is over', async () => {
    const { users, dns } = await start();
    await pass(120);
    world.faults.ttlIgnored = () => true;
    dns.region = WEST;
    await pass(300);
    expect(users.requests.slice(-3).map(({ region }) => region)).toEqual([EAST, EAST, EAST]);
    delete world.faults.ttlIgnored;
    await pass(2);
    expect(users.requests.slice(-3).map(({ region }) => region)).toEqual([WEST, WEST, WEST]);
  });

  it('see a dead Region as silence', async () => {
    const { users } = await start();
    await pass(10);
    world.network.kill(EAST);
    await pass(10);
    expect(users.requests.at(-1)).toMatchObject({ good: false, why: 'no answer within 2 s' });
    expect(users.observedObjectives()).toMatchObject({ rpoSeconds: null });
  });

  it('are not told of a write whose answer is lost on the way back', async () => {
    const { users, rds } = await start();
    world.network.cut(EAST, 'internet');
    await pass(10);
    expect(users.requests.every(({ good, wrote }) => !good && wrote === undefined)).toBe(true);
    expect(rds.rows('webshop-orders', EAST).length).toBeGreaterThan(0);
  });

  it('say where a name leads to nothing', async () => {
    const { users, dns } = await start();
    dns.region = 'nowhere';
    await pass(70);
    expect(users.requests.at(-1)?.why).toBe('www.shop.example leads to nowhere.shop.example');
  });

  it('lose the writes that had not been replicated, and measure both objectives', async () => {
    const shop = await start();
    await pass(100);
    world.network.cut(EAST, WEST);
    await pass(10);
    const before = shop.rds.rows('webshop-orders', EAST).length - shop.rds.rows('webshop-orders', WEST).length;
    world.network.kill(EAST);
    const target = 'arn:aws:rds:us-west-2:111122223333:cluster:webshop-orders-usw2';
    const failover = shop.rds.operations.find(({ command }) => command === 'FailoverGlobalClusterCommand');
    void failover?.run(
      { GlobalClusterIdentifier: 'webshop-orders', TargetDbClusterIdentifier: target, AllowDataLoss: true } as never,
      { world, account: '111122223333', region: WEST, id: 'call' } as never,
    );
    shop.openGate(WEST, 2);
    await pass(260);
    shop.dns.region = WEST;
    await pass(120);
    const { rtoSeconds, rpoSeconds, lostWrites } = shop.users.observedObjectives();
    expect(lostWrites).toHaveLength(before);
    expect(rpoSeconds).toBeGreaterThan(8);
    expect(rpoSeconds).toBeLessThan(11);
    expect(rtoSeconds).toBeGreaterThan(260);
    expect(rtoSeconds).toBeLessThan(322);
  });

  it('do the same again with the same seed', async () => {
    const play = async (seed: number) => {
      world.close();
      world = createWorld(seed);
      const { users } = await start();
      await pass(30);
      return users.requests;
    };
    const first = await play(1);
    expect(await play(1)).toEqual(first);
    expect(await play(2)).not.toEqual(first);
  });
});
