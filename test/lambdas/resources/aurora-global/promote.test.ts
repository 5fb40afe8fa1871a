import { auroraGlobalKind } from '../../../../lambdas/resources/aurora-global/aurora-global';
import { promote } from '../../../../lambdas/resources/aurora-global/promote';
import type { Move, Ways } from '../../../../lambdas/resources/kind';
import { aMove } from '../../a-move';
import { EAST, openStage, WEST, type Stage } from '../../stage';
import { resourceOf, untilDone, waysOf } from '../resource-of';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const orders = () => resourceOf(stage, 'aurora-global');
const start = (more: Partial<Move> = {}, resource = orders(), ways: Partial<Ways> = {}) =>
  stage.run(promote.start(resource, aMove(more), waysOf(stage, aMove(more), ways)));
const poll = () => stage.run(promote.poll(orders(), aMove(), waysOf(stage, aMove())));
const effects = () => stage.cloud.endpoint.effects.filter(({ service }) => service === 'rds');

it('asks for a failover to the target’s cluster and says how much may be lost', async () => {
  expect(await start()).toEqual({
    says: 'pending',
    because: 'promotion of orders asked for; at most 5 s of writes are lost',
    againInSeconds: 5,
  });
  expect(effects()).toEqual([expect.objectContaining({ region: WEST, target: 'webshop-orders' })]);
});

it('polls until the target writes, with the source’s Region dead', async () => {
  stage.world.network.kill(EAST);
  const ways = waysOf(stage, aMove());
  expect(await stage.run(untilDone(stage, promote, orders(), aMove(), ways))).toEqual({
    says: 'done',
    because: 'orders writes in us-west-2',
  });
  expect(stage.cloud.rds.writer('webshop-orders')).toBe(WEST);
  expect(stage.cloud.endpoint.calls.filter(({ region }) => region === EAST)).toEqual([]);
});

it('is done with no effect when the target writes already', async () => {
  expect(await start({ from: WEST, to: EAST })).toEqual({
    says: 'done',
    because: 'orders writes in us-east-1',
  });
  expect(effects()).toEqual([]);
});

it('S10 asks once: when it is asked again, the failover of before is still in progress', async () => {
  await start();
  expect(await start()).toMatchObject({ says: 'pending', because: 'orders: pending' });
  expect(effects()).toHaveLength(1);
});

it('says while it is pending what is in progress', async () => {
  await start();
  expect(await poll()).toMatchObject({ says: 'pending', because: 'orders: pending' });
  await stage.run(stage.world.clock.sleep(20_000));
  expect(await poll()).toMatchObject({ says: 'pending', because: 'orders: failing-over' });
});

it('only looks when it polls', async () => {
  expect(await poll()).toMatchObject({ says: 'pending', because: 'orders: us-east-1 writes' });
  expect(effects()).toEqual([]);
});

it('S15 is refused with no effect when the plan allows no loss', async () => {
  expect(await start({}, { ...orders(), allowDataLoss: false })).toEqual({
    says: 'refused',
    because: 'orders may lose nothing: allowDataLoss is not set',
  });
  expect(effects()).toEqual([]);
});

it('S15 is refused with no effect when nobody knows how much would be lost', async () => {
  expect(await start({ lossBoundSeconds: undefined })).toEqual({
    says: 'refused',
    because: 'nobody knows how many writes of orders would be lost',
  });
  expect(effects()).toEqual([]);
});

it('S15 goes on without a bound when a person accepted the loss', async () => {
  const unknown = { lossBoundSeconds: undefined, lossAccepted: true };
  expect(await start(unknown, { ...orders(), allowDataLoss: false })).toMatchObject({
    says: 'pending',
    because: 'promotion of orders asked for; an unknown number of writes are lost',
  });
  expect(effects()).toHaveLength(1);
});

it('S15 is refused with no effect when the lost Region answers again', async () => {
  const suspectAnswers = () => Promise.resolve('us-east-1 answers again');
  expect(await start({}, orders(), { suspectAnswers })).toEqual({
    says: 'refused',
    because: 'us-east-1 answers again',
  });
  expect(effects()).toEqual([]);
});

it('S10 asks for nothing when it may not act any more at the last moment', async () => {
  const aboutToAct = () => Promise.reject(new Error('the epoch is over'));
  await expect(start({}, orders(), { aboutToAct })).rejects.toThrow('the epoch is over');
  expect(effects()).toEqual([]);
});

it('S10 takes the failover for its own when somebody else asked for it a moment before', async () => {
  const aboutToAct = async () => {
    await promote.start(orders(), aMove(), waysOf(stage, aMove()));
  };
  expect(await start({}, orders(), { aboutToAct })).toMatchObject({ says: 'pending', because: 'orders: pending' });
  expect(effects()).toHaveLength(1);
});

it('is refused with no effect when the target has no such cluster', async () => {
  const renamed = { ...orders(), clusters: { [EAST]: 'webshop-orders-use1', [WEST]: 'gone' } };
  expect(await start({}, renamed)).toEqual({ says: 'refused', because: 'orders has no cluster in us-west-2' });
  expect(effects()).toEqual([]);
});

it('S18 fails with RDS’s own error when the target’s cluster has no instance', async () => {
  stage.cloud.rds.removeInstances('webshop-orders', WEST);
  await expect(start()).rejects.toMatchObject({ name: 'InvalidDBClusterStateFault' });
  expect(effects()).toEqual([]);
});

describe('findWriter', () => {
  const find = (from: string) => stage.run(auroraGlobalKind.findWriter!(orders(), from, stage.outside(from)));

  it('finds the Region that writes, from any member’s Region', async () => {
    expect([await find(EAST), await find(WEST)]).toEqual([EAST, EAST]);
  });

  it('finds the new writer after a promotion', async () => {
    await stage.run(untilDone(stage, promote, orders(), aMove(), waysOf(stage, aMove())));
    expect(await find(WEST)).toBe(WEST);
  });
});
