import { answerInParts } from '../../../../rehearsal/faults/answer-in-parts';
import { measureLag } from '../../../../lambdas/resources/aurora-global/measure-lag';
import { EAST, openStage, WEST, type Stage } from '../../stage';
import { resourceOf } from '../resource-of';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const sleep = (seconds: number) => stage.run(stage.world.clock.sleep(seconds * 1000));
const orders = () => resourceOf(stage, 'aurora-global');
const measure = (from = EAST, to = WEST) => stage.run(measureLag(orders(), { from, to }, stage.outside(to)));
/** What CloudWatch has in a Region, as Aurora would put it there. */
const put = (
  value: number,
  ageSeconds: number,
  dimensions = { DBClusterIdentifier: 'webshop-orders-usw2', SourceRegion: EAST },
) =>
  stage.cloud.cloudwatch.put(
    WEST,
    {
      namespace: 'AWS/RDS',
      name: 'AuroraGlobalDBRPOLag',
      dimensions,
      value,
      resolutionSeconds: 60,
      atMs: stage.world.clock.now() - ageSeconds * 1000,
    },
    [],
  );

it('S3 is unknown while nothing was published', async () => {
  expect(await measure()).toBeUndefined();
});

it('S15 is the newest sample in seconds, with the time at which it was taken', async () => {
  await sleep(600);
  put(9_000, 120);
  put(412, 60);
  const minuteMs = Math.floor((stage.world.clock.now() - 60_000) / 60_000) * 60_000;
  const [at, notAfter] = [minuteMs, minuteMs + 60_000].map((ms) => new Date(ms).toISOString());
  expect(await measure()).toEqual({ resource: 'orders', from: EAST, to: WEST, seconds: 0.412, at, notAfter });
});

it('S15 was taken no later than it was read, if its minute is not over', async () => {
  await sleep(610);
  put(412, 5);
  const { at, notAfter } = (await measure())!;
  expect(Date.parse(notAfter!) - Date.parse(at)).toBeLessThan(15_000);
});

it('S3 is unknown when the newest sample is older than it is worth', async () => {
  await sleep(3_600);
  const published = stage.world.trace.entries.filter(({ what }) => what.startsWith('AWS/RDS'));
  expect(published.length).toBeGreaterThan(0);
  stage.world.network.kill(EAST);
  await sleep(1_200);
  expect(await measure()).toBeUndefined();
});

it('S3 S15 is unknown where CloudWatch tells a part: the largest lag may be in the other', async () => {
  await sleep(600);
  put(412, 60);
  const mend = answerInParts.strike({ ...stage, active: EAST, standby: WEST }, () => 0.6);
  expect(await measure()).toBeUndefined();
  mend();
  expect(await measure()).toMatchObject({ seconds: 0.412 });
});

it('takes no other cluster’s lag, nor that of another source, for its own', async () => {
  put(9_000, 60, { DBClusterIdentifier: 'another', SourceRegion: EAST });
  put(9_000, 60, { DBClusterIdentifier: 'webshop-orders-usw2', SourceRegion: 'eu-west-1' });
  expect(await measure()).toBeUndefined();
});

it('measures what Aurora publishes while rows are shipped', async () => {
  for (let second = 0; second < 240; second += 1) {
    stage.cloud.rds.commit('webshop-orders', EAST, { id: String(second), epoch: 1 });
    await sleep(1);
  }
  const { seconds } = (await measure())!;
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThan(1);
});
