import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { createOrders, EAST, EUROPE, ids, WEST, write } from './orders';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const pass = (seconds: number) => world.run(world.clock.sleep(seconds * 1_000));

describe('replication', () => {
  it('brings a row to every secondary within a second, and not at once', async () => {
    const { rds } = createOrders(world);
    const id = write(rds, EAST);
    expect(ids(rds, EAST)).toEqual([id]);
    expect(ids(rds, WEST)).toEqual([]);
    await pass(1);
    expect(ids(rds, WEST)).toEqual([id]);
    expect(ids(rds, EUROPE)).toEqual([id]);
  });

  it('keeps the order of commits under a steady load', async () => {
    const { rds } = createOrders(world);
    const written: string[] = [];
    for (let n = 0; n < 50; n++) {
      written.push(write(rds, EAST));
      await pass(0.1);
    }
    await pass(1);
    expect(ids(rds, WEST)).toEqual(written);
  });

  it('stops where the network is cut and catches up when it is mended', async () => {
    const { rds } = createOrders(world);
    world.network.cut(EAST, WEST);
    const first = write(rds, EAST);
    await pass(30);
    expect(ids(rds, WEST)).toEqual([]);
    expect(ids(rds, EUROPE)).toEqual([first]);
    world.network.mend(EAST, WEST);
    const second = write(rds, EAST);
    await pass(1);
    expect(ids(rds, WEST)).toEqual([first, second]);
  });

  it('lets only the primary write', () => {
    const { rds } = createOrders(world);
    expect(() => write(rds, WEST)).toThrow('orders-us-west-2 in us-west-2 is read-only; us-east-1 writes');
    expect(rds.writer('orders')).toBe(EAST);
  });

  it('has no writer while the primary is dead or has no instances', () => {
    const { rds } = createOrders(world);
    world.network.kill(EAST);
    expect(rds.writer('orders')).toBeUndefined();
    expect(() => write(rds, EAST)).toThrow('does not answer');
    world.network.revive(EAST);
    rds.removeInstances('orders', EAST);
    expect(rds.writer('orders')).toBeUndefined();
    expect(() => write(rds, EAST)).toThrow('has no instances');
  });
});

describe('lag metrics', () => {
  it('appear once a minute in the Regions of secondaries, under the dimensions that AWS uses', async () => {
    const { rds, published } = createOrders(world);
    write(rds, EAST);
    await pass(300);
    const rpo = published.filter(({ region, datum }) => region === WEST && datum.name === 'AuroraGlobalDBRPOLag');
    expect(rpo.length).toBeGreaterThanOrEqual(4);
    expect(rpo[0]?.datum).toMatchObject({
      namespace: 'AWS/RDS',
      dimensions: { DBClusterIdentifier: 'orders-us-west-2', SourceRegion: EAST },
      resolutionSeconds: 60,
    });
    expect(rpo.slice(1).map(({ datum }, n) => (datum.atMs ?? 0) - (rpo[n]?.datum.atMs ?? 0))).toEqual(
      rpo.slice(1).map(() => 60_000),
    );
    expect(published.filter(({ region }) => region === EAST)).toEqual([]);
    expect(published.some(({ datum }) => datum.name === 'AuroraGlobalDBReplicationLag')).toBe(true);
  });

  it('S15 carry the time of the measurement, because CloudWatch shows them later', async () => {
    const { published } = createOrders(world);
    await pass(120);
    for (const { datum, seenAt } of published) {
      expect(seenAt - (datum.atMs ?? 0)).toBeGreaterThanOrEqual(5_000);
      expect(seenAt - (datum.atMs ?? 0)).toBeLessThanOrEqual(30_000);
    }
    expect(published.length).toBeGreaterThan(0);
  });

  it('S3 stop when the primary no longer reaches the secondary, so that the lag is unknown and not zero', async () => {
    const { rds, published } = createOrders(world);
    write(rds, EAST);
    await pass(120);
    world.network.kill(EAST);
    await pass(60);
    const seen = published.length;
    await pass(300);
    expect(published.length).toBe(seen);
  });
});
