import * as holdSwitch from '../../../lambdas/handlers/hold-switch';
import { setTraffic } from '../../../lambdas/authority/traffic';
import { aMove, lead } from '../a-move';
import { EAST, OHIO, openStage, startStage, WEST, type Stage } from '../stage';
import { call } from './room';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

/** What a switch Region was told of us-west-2, one value per beat. */
const heard = () =>
  stage.world.trace.entries
    .filter(({ type, region, what }) => type === 'metric' && region === OHIO && what.includes('TrafficOn'))
    .filter(({ dimensions }) => (dimensions as { Region: string }).Region === WEST)
    .map(({ what }) => what.split(' = ')[1]);
const start = () => call(stage, holdSwitch, OHIO, {});

it('tells its own Region every 20 s which Regions get users', async () => {
  await stage.run(start());
  expect(heard()).toEqual(Array(12).fill('0'));
  const puts = stage.cloud.endpoint.calls.filter(({ operation }) => operation === 'PutMetricData');
  expect(new Set(puts.map(({ region }) => region))).toEqual(new Set([OHIO]));
});

it('tells it anew when the map has changed', async () => {
  const held = start();
  await stage.run(stage.world.clock.sleep(30_000));
  await stage.run(lead(stage));
  await stage.run(setTraffic(stage.replicas(WEST), aMove(), [EAST, WEST]));
  await stage.run(held);
  expect(heard()).toEqual(['0', '0', ...Array<string>(10).fill('1')]);
});

it('S24 publishes nothing when the map cannot be read: the switches keep their last word', async () => {
  stage.world.network.cut(OHIO, '*');
  await stage.run(start());
  expect(heard()).toEqual([]);
  expect(stage.logs.length).toBeGreaterThan(0);
});

it('S3 publishes nothing while nobody has initialised the authority', async () => {
  stage.close();
  stage = openStage();
  await stage.run(start());
  expect(heard()).toEqual([]);
});

it('ends when a later run has started', async () => {
  const first = start();
  await stage.run(stage.world.clock.sleep(30_000));
  void start();
  expect(await stage.run(first)).toMatchObject({ ended: 'superseded' });
});
