import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { ask } from '../ask-service';
import {
  clusterArn,
  createOrders,
  describeCluster,
  describeGlobal,
  EAST,
  EUROPE,
  failOverTo,
  ids,
  WEST,
  write,
  writerOf,
} from './orders';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const pass = (seconds: number) => world.run(world.clock.sleep(seconds * 1_000));
const survivors = (rds: ReturnType<typeof createOrders>['rds']) => rds.primaryRows('orders').map(({ id }) => id);
const MINUTES_OF_PROMOTION = 5 * 60;
const REBUILT = 61 * 60;

describe('a failover after the loss of the primary', () => {
  it('takes minutes in which nobody writes, then the target does', async () => {
    const { rds } = createOrders(world);
    const kept = write(rds, EAST);
    await pass(2);
    world.network.kill(EAST);
    expect(failOverTo(world, rds, WEST).GlobalCluster).toMatchObject({
      Status: 'failing-over',
      FailoverState: {
        Status: 'pending',
        FromDbClusterArn: clusterArn(EAST),
        ToDbClusterArn: clusterArn(WEST),
        IsDataLossAllowed: true,
      },
    });
    await pass(30);
    expect(describeGlobal(world, rds, WEST)?.FailoverState?.Status).toBe('failing-over');
    expect(writerOf(describeGlobal(world, rds, WEST))).toBe(EAST);
    expect(rds.writer('orders')).toBeUndefined();
    expect(() => write(rds, WEST)).toThrow('us-west-2 is being promoted');
    await pass(MINUTES_OF_PROMOTION);
    const after = describeGlobal(world, rds, WEST);
    expect(after?.FailoverState).toBeUndefined();
    expect(after?.Status).toBe('available');
    expect(writerOf(after)).toBe(WEST);
    expect(rds.writer('orders')).toBe(WEST);
    const added = write(rds, WEST);
    expect(ids(rds, WEST)).toEqual([kept, added]);
  });

  it('loses the rows that had not arrived', async () => {
    const { rds } = createOrders(world);
    const kept = write(rds, EAST);
    await pass(2);
    const lost = write(rds, EAST);
    world.network.kill(EAST);
    expect(survivors(rds)).toEqual([kept, lost]);
    failOverTo(world, rds, WEST);
    await pass(MINUTES_OF_PROMOTION);
    expect(ids(rds, WEST)).toEqual([kept]);
    expect(survivors(rds)).toEqual([kept]);
  });

  it('leaves the old primary out until its Region is back, then rebuilds it as a secondary', async () => {
    const { rds } = createOrders(world);
    write(rds, EAST);
    world.network.kill(EAST);
    failOverTo(world, rds, WEST);
    await pass(MINUTES_OF_PROMOTION);
    const members = () => describeGlobal(world, rds, WEST)?.GlobalClusterMembers;
    expect(members()?.map(({ DBClusterArn }) => DBClusterArn)).toEqual([clusterArn(WEST), clusterArn(EUROPE)]);
    world.network.revive(EAST);
    await pass(61);
    const east = () => members()?.find(({ DBClusterArn }) => DBClusterArn === clusterArn(EAST));
    expect(east()).toMatchObject({ IsWriter: false, SynchronizationStatus: 'pending-resync' });
    expect(describeCluster(world, rds, EAST)?.Status).toBe('creating');
    expect(() => write(rds, EAST)).toThrow('read-only');
    await pass(REBUILT);
    expect(east()?.SynchronizationStatus).toBe('connected');
    const added = write(rds, WEST);
    await pass(2);
    expect(ids(rds, EAST)).toEqual(ids(rds, WEST));
    expect(ids(rds, EAST)).toContain(added);
  });

  it('rebuilds the other secondaries from the new primary', async () => {
    const { rds } = createOrders(world);
    world.network.kill(EAST);
    failOverTo(world, rds, WEST);
    await pass(MINUTES_OF_PROMOTION);
    write(rds, WEST);
    await pass(2);
    expect(describeCluster(world, rds, EUROPE)?.Status).toBe('creating');
    expect(() => failOverTo(world, rds, EUROPE)).toThrow('orders-eu-west-1 is being rebuilt');
    await pass(REBUILT);
    expect(ids(rds, EUROPE)).toEqual(ids(rds, WEST));
    expect(describeCluster(world, rds, EUROPE)?.Status).toBe('available');
  });

  it('stands still while the target is dead', async () => {
    const { rds } = createOrders(world);
    world.network.kill(EAST);
    failOverTo(world, rds, WEST);
    world.network.kill(WEST);
    await pass(1_200);
    expect(rds.writer('orders')).toBeUndefined();
    world.network.revive(WEST);
    await pass(1);
    expect(rds.writer('orders')).toBeUndefined();
    await pass(MINUTES_OF_PROMOTION);
    expect(rds.writer('orders')).toBe(WEST);
  });
});

describe('the fencing of the old primary', () => {
  it('stops a primary that can be reached as soon as the failover is asked for', async () => {
    const { rds } = createOrders(world);
    failOverTo(world, rds, WEST);
    expect(() => write(rds, EAST)).toThrow('read-only');
  });

  it('is best effort: a primary that is cut off goes on writing, and those rows are lost', async () => {
    const { rds } = createOrders(world);
    world.network.cut(WEST, EAST);
    world.network.cut(EAST, WEST);
    const during = [write(rds, EAST)];
    failOverTo(world, rds, WEST);
    await pass(10);
    during.push(write(rds, EAST));
    await pass(MINUTES_OF_PROMOTION);
    during.push(write(rds, EAST));
    expect(rds.writer('orders')).toBe(WEST);
    expect(during.filter((id) => survivors(rds).includes(id))).toEqual([]);
    expect(writerOf(describeGlobal(world, rds, EAST))).toBe(EAST);
    world.network.mend(WEST, EAST);
    expect(() => write(rds, EAST)).toThrow('read-only');
    expect(writerOf(describeGlobal(world, rds, EAST))).toBe(WEST);
  });
});

describe('a switchover', () => {
  const switchOver = (rds: ReturnType<typeof createOrders>['rds'], askedIn: string) =>
    ask(
      world,
      rds,
      'FailoverGlobalClusterCommand',
      { GlobalClusterIdentifier: 'orders', TargetDbClusterIdentifier: clusterArn(WEST), Switchover: true },
      askedIn,
    );

  it('loses nothing, and the old primary is a secondary at once', async () => {
    const { rds } = createOrders(world);
    const written = [write(rds, EAST), write(rds, EAST)];
    switchOver(rds, EAST);
    expect(() => write(rds, EAST)).toThrow('read-only');
    await pass(MINUTES_OF_PROMOTION);
    written.push(write(rds, WEST));
    await pass(2);
    expect(survivors(rds)).toEqual(written);
    expect(ids(rds, EAST)).toEqual(written);
    expect(ids(rds, EUROPE)).toEqual(written);
  });

  it('needs the primary alive', () => {
    const { rds } = createOrders(world);
    world.network.kill(EAST);
    expect(() => failOverTo(world, rds, WEST, {})).toThrow(
      expect.objectContaining({ name: 'InvalidGlobalClusterStateFault' }),
    );
  });

  it('is cancelled when the primary is lost on the way', async () => {
    const { rds } = createOrders(world);
    switchOver(rds, EAST);
    world.network.kill(EAST);
    await pass(MINUTES_OF_PROMOTION);
    expect(describeGlobal(world, rds, WEST)?.FailoverState).toBeUndefined();
    expect(writerOf(describeGlobal(world, rds, WEST))).toBe(EAST);
    world.network.revive(EAST);
    expect(rds.writer('orders')).toBe(EAST);
  });
});
