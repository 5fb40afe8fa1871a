import { AUTHORITY_KEY } from '../../../lambdas/authority/authority';
import { compareAndSet } from '../../../lambdas/authority/compare-and-set';
import { updateItem } from '../../../lambdas/authority/table';
import { EAST, OHIO, openStage, startStage, type Stage } from '../stage';

/** A Region without a replica, so that every answer crosses the network. */
const EUROPE = 'eu-west-1';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const count = (nonce: string) =>
  compareAndSet(stage.replicas(EUROPE), {
    nonce,
    condition: '#epoch = :before',
    set: ['#epoch = :after'],
    names: { '#epoch': 'epoch' },
    values: { ':before': 1, ':after': 2 },
  });

/** What happens at the moment at which the next write to the item is committed. */
const atTheNextWrite = (what: () => void) => {
  let happened = false;
  stage.cloud.dynamodb.onWrite(() => {
    if (happened) return;
    happened = true;
    what();
  });
};

it('applies a change whose condition holds, and answers the item as it is then', async () => {
  const changed = await stage.run(count('mine'));
  expect(changed).toEqual({ applied: true, item: expect.objectContaining({ epoch: 2, nonce: 'mine' }) });
});

it('removes what the change says, all of it', async () => {
  const changed = compareAndSet(stage.replicas(EUROPE), {
    nonce: 'mine',
    condition: '#epoch = :before',
    set: [],
    remove: ['#lease', '#killSwitch'],
    names: { '#epoch': 'epoch', '#lease': 'lease', '#killSwitch': 'killSwitch' },
    values: { ':before': 1 },
  });
  expect(await stage.run(changed)).toMatchObject({ applied: true });
  expect(stage.authority()).not.toHaveProperty('lease');
});

it('answers the item as somebody else left it when the condition does not hold', async () => {
  await stage.run(count('theirs'));
  expect(await stage.run(count('mine'))).toEqual({
    applied: false,
    item: expect.objectContaining({ epoch: 2, nonce: 'theirs' }),
  });
});

it('S9 recognises its own write by its nonce when every answer of the nearest replica is lost', async () => {
  stage.world.network.cut(EAST, EUROPE);
  expect(await stage.run(count('mine'))).toMatchObject({ applied: true });
  expect(stage.authority()).toMatchObject({ epoch: 2, nonce: 'mine' });
});

it('S9 recognises its own write when the Region that made it dies before it answers', async () => {
  atTheNextWrite(() => stage.world.network.kill(EAST));
  expect(await stage.run(count('mine'))).toMatchObject({ applied: true });
});

it('S9 does not take somebody else’s write for its own when its answer is lost', async () => {
  await stage.run(count('theirs'));
  stage.world.network.cut(EAST, EUROPE);
  expect(await stage.run(count('mine'))).toMatchObject({ applied: false });
});

it('S9 is not applied when its write was lost on the way, and somebody else was faster elsewhere', async () => {
  stage.world.network.cut(EUROPE, EAST);
  const theirs = compareAndSet(stage.replicas(OHIO), {
    nonce: 'theirs',
    condition: '#epoch = :before',
    set: ['#epoch = :after'],
    names: { '#epoch': 'epoch' },
    values: { ':before': 1, ':after': 2 },
  });
  const [mine] = await stage.run(Promise.all([count('mine'), theirs]));
  expect(mine).toMatchObject({ applied: false, item: { nonce: 'theirs' } });
});

it('applies nothing where there is no item: only an explicit initialise creates it', async () => {
  stage.close();
  stage = openStage();
  expect(await stage.run(count('mine'))).toEqual({ applied: false, item: undefined });
  expect(stage.authority()).toBeUndefined();
});

it('does not believe an item of another shape', async () => {
  const spoil = updateItem(stage.replicas(OHIO), AUTHORITY_KEY, {
    UpdateExpression: 'SET moves = :moves',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':moves': 'many' },
  });
  await stage.run(spoil);
  await expect(stage.run(count('mine'))).rejects.toMatchObject({ name: 'ZodError' });
});
