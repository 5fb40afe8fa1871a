import { castVote } from '../../../lambdas/authority/votes';
import { initialise } from '../../../lambdas/authority/initialise';
import * as offerFailback from '../../../lambdas/handlers/offer-failback';
import { EAST, OHIO, openStage, startStage, WEST, type Stage } from '../stage';
import { call } from './room';

let stage: Stage;
afterEach(() => stage.close());

const look = () => stage.run(call(stage, offerFailback, EAST, {}));
const titles = () => stage.cloud.sns.published.map(({ subject }) => subject);

/** The application lives in us-west-2, and everybody has seen us-east-1 healthy for so long. */
const away = async (healthySeconds: number) => {
  stage = openStage();
  await stage.run(initialise(stage.replicas(WEST), stage.plan, WEST));
  const nowMs = stage.world.clock.now();
  const at = new Date(nowMs).toISOString();
  const since = new Date(nowMs - healthySeconds * 1000).toISOString();
  for (const observer of [OHIO, WEST]) {
    const opinions = [{ region: EAST, says: 'healthy' as const, since, because: 'of the test', failing: [] }];
    await stage.run(castVote(stage.replicas(observer), { observer, generation: 1, at, opinions, lags: [] }));
  }
};

it('S5 tells people in the preferred Region, once, that the application may move back', async () => {
  await away(900);
  expect(await look()).toMatchObject({ offered: true });
  expect(titles()).toEqual(['webshop may move back from us-west-2 to us-east-1']);
  expect(stage.cloud.sns.published[0]?.message).toContain('Nothing moves back by itself');
  expect(await look()).toEqual({ offered: false, because: 'people were told before' });
  await stage.run(stage.world.clock.sleep(3_600_000));
  expect(titles()).toHaveLength(1);
});

it('S5 changes nothing of who may act', async () => {
  await away(900);
  const before = stage.authority();
  await look();
  expect(stage.authority()).toEqual(before);
});

it('S5 says nothing a second too early', async () => {
  await away(890);
  expect(await look()).toMatchObject({ offered: false });
  expect(titles()).toEqual([]);
});

it('says nothing while the application lives there', async () => {
  stage = await startStage();
  expect(await look()).toEqual({ offered: false, because: 'us-east-1 is active' });
});

it('S3 says nothing while nobody has initialised the authority', async () => {
  stage = openStage();
  expect(await look()).toEqual({ offered: false, because: 'nobody has initialised the authority' });
});

it('S13 offers nothing when the authority cannot be read', async () => {
  await away(900);
  stage.world.faults.call = ({ service }) => {
    if (service === 'dynamodb') throw Object.assign(new Error('down'), { name: 'InternalServerError' });
  };
  await expect(look()).rejects.toThrow('no replica');
  expect(titles()).toEqual([]);
});

it('tries again later when nobody could be told', async () => {
  await away(900);
  stage.world.faults.call = ({ service }) => {
    if (service === 'sns' || service === 'secretsmanager') throw new Error(`${service} is down`);
  };
  await expect(look()).rejects.toThrow('nobody could be told: webshop may move back');
  stage.world.faults.call = undefined;
  expect(await look()).toMatchObject({ offered: true });
});
