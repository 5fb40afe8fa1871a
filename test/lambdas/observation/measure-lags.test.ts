import { measureLags } from '../../../lambdas/observation/measure-lags';
import { refuseCalls } from '../../../rehearsal/faults/refuse-calls';
import { EAST, OHIO, openStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const measure = (from: string | undefined, to = WEST) =>
  stage.run(measureLags(stage.plan, { from, to }, stage.outside(to)));
/** Aurora publishes its lag every minute. */
const afterMinutes = (minutes: number) => stage.run(stage.world.clock.sleep(minutes * 60_000));

it('samples every store in the Region of its replica', async () => {
  await afterMinutes(5);
  expect(await measure(EAST)).toEqual([expect.objectContaining({ resource: 'orders', from: EAST, to: WEST })]);
});

it('S3 leaves out what has no sample yet', async () => {
  expect(await measure(EAST)).toHaveLength(0);
});

it('S3 leaves out what cannot be read, and logs why, so that the vote is cast without it', async () => {
  await afterMinutes(5);
  refuseCalls(stage.world, ({ service }) => service === 'cloudwatch');
  expect(await measure(EAST)).toHaveLength(0);
  expect(stage.logs).toEqual([{ level: 'warn', resource: 'orders', error: expect.stringMatching(/^[A-Z]\w+$/) }]);
});

it.each<[string, string | undefined, string]>([
  ['in the Region that writes', WEST, WEST],
  ['while nobody knows which Region writes', undefined, WEST],
  ['in a Region that only watches', EAST, OHIO],
])('measures nothing %s, because there is no replica to ask', async (_, from, to) => {
  await afterMinutes(5);
  const before = stage.cloud.endpoint.calls.length;
  expect(await measure(from, to)).toEqual([]);
  expect(stage.cloud.endpoint.calls).toHaveLength(before);
});
