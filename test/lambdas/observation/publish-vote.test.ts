import { publishVote } from '../../../lambdas/observation/publish-vote';
import type { Opinion, Vote } from '../../../lambdas/observation/vote';
import { EAST, openStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const AT = '2026-01-06T09:00:00.000Z';
const publish = (words: Readonly<Record<string, Opinion['says']>>) => {
  const opinions = Object.entries(words).map(([region, says]) => ({
    region,
    says,
    since: AT,
    because: '',
    failing: [],
  }));
  const vote: Vote = { observer: WEST, generation: 1, at: AT, opinions, lags: [] };
  return stage.run(publishVote(stage.outside(WEST), 'webshop', vote));
};
const published = () =>
  stage.world.trace.entries
    .filter(({ type }) => type === 'metric')
    .map(({ region, what, dimensions }) => `${region}: ${what} ${Object.values(dimensions as object).join('/')}`);

it('publishes 1 for a Region that is down and 0 for one that is healthy, in the observer’s own Region', async () => {
  await publish({ [EAST]: 'down', [WEST]: 'healthy' });
  expect(published()).toEqual([
    'us-west-2: Understudy RegionDown = 1 webshop/us-east-1',
    'us-west-2: Understudy RegionDown = 0 webshop/us-west-2',
  ]);
});

it('S3 publishes nothing of a Region that it does not know of', async () => {
  await publish({ [EAST]: 'unknown', [WEST]: 'healthy' });
  expect(published()).toEqual(['us-west-2: Understudy RegionDown = 0 webshop/us-west-2']);
});

it('S3 asks CloudWatch for nothing when it knows of none', async () => {
  await publish({ [EAST]: 'unknown', [WEST]: 'unknown' });
  expect(stage.cloud.endpoint.calls).toEqual([]);
});
