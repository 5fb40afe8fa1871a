import { createWorld, type DrivenWorld } from '../../../rehearsal/world/create-world';
import { EAST, openShop, quickStart, WEST } from './shop';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const pass = (seconds: number) => world.run(world.clock.sleep(seconds * 1_000));
const page = (region: string, path: string) => `https://${region}.shop.example${path}`;
const health = (region: string) => ({ method: 'GET', url: page(region, '/healthz') }) as const;
const canary = (region: string, body = '{"canary":"one"}') =>
  ({ method: 'POST', url: page(region, '/canary'), body }) as const;

describe('what stands before Understudy', () => {
  it('is the database, the services, the zone and the secret of the plan', () => {
    const { rds, ecs, zones, secrets } = openShop(world);
    expect(rds.writer('webshop-orders')).toBe(EAST);
    expect(ecs.running(EAST, 'webshop', 'web')).toBe(6);
    expect(ecs.running(WEST, 'webshop', 'web')).toBe(2);
    expect([...zones]).toEqual([['Z0123456789EXAMPLE', 'shop.example']]);
    expect([...secrets.keys()]).toEqual(
      [EAST, WEST, 'us-east-2'].map((region) => `${region} understudy/webshop/slack`),
    );
  });

  it('has one zone name for records of different depth', () => {
    const front = quickStart.resources.find(({ kind }) => kind === 'route53-records');
    const deep = { ...front, name: 'api', record: 'api.eu.shop.example' } as (typeof quickStart.resources)[number];
    const { zones } = openShop(world, { ...quickStart, resources: [...quickStart.resources, deep] });
    expect([...zones]).toEqual([['Z0123456789EXAMPLE', 'shop.example']]);
  });
});

describe('the health page', () => {
  it('is good while a task runs, even in the standby Region', () => {
    const { application } = openShop(world);
    expect(application.serve(EAST, health(EAST)).status).toBe(200);
    expect(application.serve(WEST, health(WEST)).status).toBe(200);
  });

  it('is bad without a running task, and says so', () => {
    const idle = quickStart.resources.map((one) => (one.kind === 'ecs-service' ? { ...one, tasks: 0 } : one));
    const { application } = openShop(world, { ...quickStart, resources: idle });
    expect(application.serve(EAST, health(EAST))).toEqual({ status: 503, body: 'web runs no task in us-east-1' });
  });
});

describe('the canary', () => {
  it('S16 writes a row, reads it back, and tells the epoch of the gate that let it pass', async () => {
    const { application, openGate, rds } = openShop(world);
    openGate(EAST, 7);
    await pass(6);
    const answer = application.serve(EAST, canary(EAST));
    expect(answer).toEqual({ status: 200, body: '{"canary":"one","epoch":7}' });
    expect(rds.rows('webshop-orders', EAST)).toMatchObject([{ id: 'canary one', epoch: 7 }]);
  });

  it('is refused while nobody has opened the gate', async () => {
    const { application, rds } = openShop(world);
    await pass(6);
    expect(application.serve(EAST, canary(EAST)).status).toBe(503);
    expect(rds.rows('webshop-orders', EAST)).toEqual([]);
  });

  it('S14 is refused from the moment that the gate was to close, without anybody closing it', async () => {
    const { application, openGate } = openShop(world);
    openGate(EAST, 7, world.clock.now() + 20_000);
    await pass(19);
    expect(application.serve(EAST, canary(EAST)).status).toBe(200);
    await pass(1);
    expect(application.serve(EAST, canary(EAST)).status).toBe(503);
  });

  it('sees a renewal of the gate within five seconds', async () => {
    const { application, openGate } = openShop(world);
    await pass(1);
    openGate(EAST, 7);
    await pass(5);
    expect(application.serve(EAST, canary(EAST)).status).toBe(200);
  });

  it('is refused where the database does not write, though the gate is open', async () => {
    const { application, openGate } = openShop(world);
    openGate(WEST, 7);
    await pass(6);
    const { status, body } = application.serve(WEST, canary(WEST));
    expect([status, body]).toEqual([503, expect.stringContaining('read-only')]);
  });

  it('S32 is refused where the body is not a canary', () => {
    const { application } = openShop(world);
    for (const body of ['', '[]', '{"canary":1}', 'canary', 'null']) {
      expect(application.serve(EAST, canary(EAST, body)).status).toBe(400);
    }
  });
});

describe('the front end', () => {
  it('knows its hosts, and only its pages and methods', () => {
    const { application } = openShop(world);
    expect(application.regionOf('US-WEST-2.shop.example.')).toBe(WEST);
    expect(application.regionOf('www.shop.example')).toBeUndefined();
    expect(application.serve(EAST, { method: 'GET', url: page(EAST, '/other') }).status).toBe(404);
    expect(application.serve(EAST, { method: 'GET', url: page(EAST, '/canary') }).status).toBe(405);
  });
});

describe('a dead Region', () => {
  it('does not hear of renewals, so its gate is closed when it comes back', async () => {
    const { application, openGate } = openShop(world);
    openGate(EAST, 7, world.clock.now() + 20_000);
    await pass(6);
    world.network.kill(EAST);
    openGate(EAST, 7);
    await pass(60);
    world.network.revive(EAST);
    expect(application.write(EAST, 'late').good).toBe(false);
    await pass(5);
    expect(application.write(EAST, 'later').good).toBe(true);
  });
});
