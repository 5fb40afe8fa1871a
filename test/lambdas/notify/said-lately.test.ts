import { create } from '../../../lambdas/handlers/announce';
import { readLedger } from '../../../lambdas/evidence/ledger';
import { aMove } from '../a-move';
import { startStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(async () => (stage = await startStage()));
afterEach(() => stage.close());

const closed = { journey: 'failover', outcome: 'held', because: 'us-west-2 is not ready: 0 of 2 instances' };
const announce = (run: string, more: object = {}) =>
  stage.run(
    create(
      stage.environment(WEST),
      stage.outside(WEST),
    )({ news: 'ended', run, closed: { ...closed, ...more } }) as Promise<{ told: object[] }>,
  );
const pass = (minutes: number) => stage.run(stage.world.clock.sleep(minutes * 60_000));

it('says the same once in a quarter of an hour, because one loss starts a run every minute', async () => {
  expect((await announce('run-1')).told).toHaveLength(2);
  await pass(1);
  expect((await announce('run-2', { because: 'us-west-2 is not ready: 1 of 2 instances' })).told).toEqual([]);
  await pass(15);
  expect((await announce('run-3')).told).toHaveLength(2);
});

it('says at once what is new', async () => {
  await announce('run-1');
  expect((await announce('run-2', { outcome: 'aborted' })).told).toHaveLength(2);
});

it('says it twice rather than never when nobody can read what was said', async () => {
  await announce('run-1');
  stage.world.faults.call = ({ operation }) => {
    if (operation === 'GetItem') throw Object.assign(new Error('internal'), { name: 'InternalServerError' });
  };
  expect((await announce('run-2')).told).toHaveLength(2);
});

it('fails when nobody could be told, so that Lambda tries again, and is not taken for told', async () => {
  const deaf = () => {
    throw Object.assign(new Error('internal'), { name: 'InternalErrorException' });
  };
  stage.world.faults.hostSilent = () => true;
  stage.world.faults.call = ({ service }) => service === 'sns' && deaf();
  await expect(announce('run-1')).rejects.toMatchObject({ name: 'NobodyTold' });
  stage.world.faults.hostSilent = undefined;
  stage.world.faults.call = undefined;
  expect((await announce('run-1')).told).toHaveLength(2);
});

describe('the beginning of a move', () => {
  const begin = () => {
    const news = { news: 'started', move: aMove(), because: 'us-east-1 is lost' };
    return stage.run(create(stage.environment(WEST), stage.outside(WEST))(news));
  };

  it('is told with its reason, and the ledger says who could be told', async () => {
    await begin();
    expect(stage.cloud.sns.published).toEqual([
      expect.objectContaining({
        subject: 'webshop moves from us-east-1 to us-west-2',
        message: expect.stringContaining('us-east-1 is lost.\nRun run-of-west in us-west-2, epoch 2.'),
      }),
    ]);
    expect(await stage.run(readLedger(stage.replicas(WEST), 'run-of-west'))).toEqual([
      expect.objectContaining({
        title: 'webshop moves from us-east-1 to us-west-2',
        told: [
          expect.objectContaining({ channel: 'sns', told: true }),
          expect.objectContaining({ channel: 'slack', told: true }),
        ],
      }),
    ]);
  });

  it('S20 is told although the lost Region is dead', async () => {
    stage.world.network.kill('us-east-1');
    await begin();
    expect(stage.cloud.sns.published).toHaveLength(1);
  });
});
