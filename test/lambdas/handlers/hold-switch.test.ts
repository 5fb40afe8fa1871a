import type { PutMetricDataCommandInput } from '@aws-sdk/client-cloudwatch';
import * as holdSwitch from '../../../lambdas/handlers/hold-switch';
import { setTraffic } from '../../../lambdas/authority/traffic';
import { aMove, lead } from '../a-move';
import { EAST, OHIO, openStage, startStage, WEST, type Stage } from '../stage';
import { createResource } from '../../rehearsal/aws/ask-service';
import { call } from './room';

const trafficOnEast = {
  AlarmName: 'traffic-on-us-east-1',
  Namespace: 'Understudy',
  MetricName: 'TrafficOn',
  Dimensions: [
    { Name: 'Application', Value: 'webshop' },
    { Name: 'Region', Value: EAST },
  ],
  Statistic: 'Maximum',
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 1,
  ComparisonOperator: 'LessThanThreshold',
};

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

it('S23 turns no Region on again by a word that takes effect minutes after the traffic has left it', async () => {
  createResource(stage.cloud.cloudwatch, 'AWS::CloudWatch::Alarm', trafficOnEast, { region: OHIO });
  const delays = [150_000];
  stage.world.faults.travelsLongerMs = ({ operation }) => (operation === 'PutMetricData' ? (delays.shift() ?? 0) : 0);
  const held = start();
  await stage.run(stage.world.clock.sleep(30_000));
  await stage.run(lead(stage));
  await stage.run(setTraffic(stage.replicas(WEST), aMove(), [EAST, WEST]));
  const seen: (string | undefined)[] = [];
  const stop = stage.world.clock.every(10_000, () =>
    seen.push(stage.cloud.cloudwatch.judge(OHIO, trafficOnEast.AlarmName)),
  );
  await stage.run(held);
  stop();
  // The late word is heard, and is not the newest. Off is ALARM.
  expect(heard().lastIndexOf('0')).toBeGreaterThan(heard().indexOf('1'));
  expect(seen.slice(seen.indexOf('ALARM'))).not.toContain('OK');
  expect(seen).toContain('ALARM');
});

it('S11 dates what it tells by when it asked for the map, and not while its clock is wrong', async () => {
  const dates: unknown[] = [];
  stage.cloud.endpoint.onExchange(({ operation, input }) => {
    if (operation === 'PutMetricData') dates.push((input as PutMetricDataCommandInput).MetricData?.[0]?.Timestamp);
  });
  const startedMs = stage.world.clock.now();
  const held = start();
  await stage.run(stage.world.clock.sleep(10_000));
  stage.world.faults.clockOffMs = () => 300_000;
  await stage.run(held);
  expect(dates).toEqual([new Date(startedMs), ...Array<undefined>(dates.length - 1)]);
});

it('ends when a later run has started', async () => {
  const first = start();
  await stage.run(stage.world.clock.sleep(30_000));
  void start();
  expect(await stage.run(first)).toMatchObject({ ended: 'superseded' });
});
