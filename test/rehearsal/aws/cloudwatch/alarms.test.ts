import type { Event } from '../../../../rehearsal/aws/services/signals';
import { createCloudWatch } from '../../../../rehearsal/aws/cloudwatch/create-cloudwatch';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { createResource } from '../ask-service';

let world: DrivenWorld;
let emitted: { region: string; event: Event; causes: readonly string[] }[];
beforeEach(() => {
  world = createWorld(1);
  emitted = [];
});
afterEach(() => world.close());

const cloudwatchOf = () =>
  createCloudWatch(world, '111122223333', {
    emit: (region, event, causes) => void emitted.push({ region, event, causes }),
  });

const downAlarm = {
  AlarmName: 'shop-us-east-1-down',
  AlarmDescription: 'two observers see us-east-1 down',
  Namespace: 'Understudy',
  MetricName: 'RegionDown',
  Dimensions: [{ Name: 'Region', Value: 'us-east-1' }],
  Statistic: 'Maximum',
  Period: 10,
  EvaluationPeriods: 3,
  DatapointsToAlarm: 2,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  TreatMissingData: 'missing',
};
const alarmArn = 'arn:aws:cloudwatch:us-west-2:111122223333:alarm:shop-us-east-1-down';

const regionDown = (value: number, resolutionSeconds: 1 | 60 = 1) => ({
  namespace: 'Understudy',
  name: 'RegionDown',
  dimensions: { Region: 'us-east-1' },
  value,
  resolutionSeconds,
});

const pass = (ms: number) => world.run(world.clock.sleep(ms));
const statesSeen = () => emitted.map(({ event }) => (event.detail as { state: { value: string } }).state.value);

/** Puts a value every 10 s for as long as given. */
const flow = async (cloudwatch: ReturnType<typeof cloudwatchOf>, value: number, ms: number) => {
  for (let passed = 0; passed < ms; passed += 10_000) {
    cloudwatch.put('us-west-2', regionDown(value), [`check-${value}`]);
    await pass(10_000);
  }
};

describe('a metric alarm', () => {
  it('answers its name as Ref and its ARN as attribute', () => {
    const created = createResource(cloudwatchOf(), 'AWS::CloudWatch::Alarm', downAlarm, { region: 'us-west-2' });
    expect(created).toEqual({ ref: 'shop-us-east-1-down', attributes: { Arn: alarmArn } });
  });

  it('goes from insufficient data to OK, to ALARM after 2 of 3 periods, and back, once each', async () => {
    const cloudwatch = cloudwatchOf();
    createResource(cloudwatch, 'AWS::CloudWatch::Alarm', downAlarm, { region: 'us-west-2' });
    await flow(cloudwatch, 0, 60_000);
    await flow(cloudwatch, 1, 60_000);
    await flow(cloudwatch, 0, 60_000);
    expect(statesSeen()).toEqual(['OK', 'ALARM', 'OK']);
  });

  it('S3 turns to INSUFFICIENT_DATA, not to ALARM, when its metric stops', async () => {
    const cloudwatch = cloudwatchOf();
    createResource(cloudwatch, 'AWS::CloudWatch::Alarm', downAlarm, { region: 'us-west-2' });
    await flow(cloudwatch, 0, 60_000);
    await pass(120_000);
    expect(statesSeen()).toEqual(['OK', 'INSUFFICIENT_DATA']);
  });

  it('emits the event that AWS documents, whole', async () => {
    const cloudwatch = cloudwatchOf();
    createResource(cloudwatch, 'AWS::CloudWatch::Alarm', downAlarm, { region: 'us-west-2' });
    await flow(cloudwatch, 1, 60_000);
    const { region, event } = emitted[0]!;
    expect(region).toBe('us-west-2');
    const stamp = expect.stringMatching(/^2026-01-06T09:0\d:\d\d\.\d{3}\+0000$/);
    const anId = expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
    expect(event).toEqual({
      version: '0',
      id: anId,
      'detail-type': 'CloudWatch Alarm State Change',
      source: 'aws.cloudwatch',
      account: '111122223333',
      time: expect.stringMatching(/^2026-01-06T09:0\d:\d\dZ$/),
      region: 'us-west-2',
      resources: [alarmArn],
      detail: {
        alarmName: 'shop-us-east-1-down',
        configuration: {
          description: 'two observers see us-east-1 down',
          metrics: [
            {
              id: anId,
              metricStat: {
                metric: { dimensions: { Region: 'us-east-1' }, name: 'RegionDown', namespace: 'Understudy' },
                period: 10,
                stat: 'Maximum',
              },
              returnData: true,
            },
          ],
        },
        previousState: {
          value: 'INSUFFICIENT_DATA',
          reason: 'Unchecked: Initial alarm creation',
          timestamp: '2026-01-06T09:00:00.000+0000',
        },
        state: {
          value: 'ALARM',
          reason:
            'Threshold Crossed: 2 out of the last 3 datapoints [1.0 (06/01/26 09:00:00), 1.0 (06/01/26 09:00:10)] were ' +
            'greater than or equal to the threshold (1.0) (minimum 2 datapoints for OK -> ALARM transition).',
          reasonData: expect.any(String),
          timestamp: stamp,
        },
      },
    });
    expect(JSON.parse((event.detail as { state: { reasonData: string } }).state.reasonData)).toEqual({
      version: '1.0',
      queryDate: stamp,
      startDate: '2026-01-06T09:00:00.000+0000',
      statistic: 'Maximum',
      period: 10,
      recentDatapoints: [1, 1],
      threshold: 1,
    });
  });

  it('is traced with the data points that decided as its causes, and causes its event', async () => {
    const cloudwatch = cloudwatchOf();
    createResource(cloudwatch, 'AWS::CloudWatch::Alarm', downAlarm, { region: 'us-west-2' });
    await flow(cloudwatch, 1, 60_000);
    const alarm = world.trace.entries.find(({ type }) => type === 'alarm');
    expect(alarm?.what).toBe('shop-us-east-1-down: INSUFFICIENT_DATA → ALARM');
    const metrics = world.trace.entries.filter(({ type }) => type === 'metric');
    expect(alarm?.causes).toEqual([metrics[0]?.id, metrics[1]?.id]);
    expect(metrics[0]?.causes).toEqual(['check-1']);
    expect(emitted[0]?.causes).toEqual([alarm?.id]);
  });

  it('does not see standard resolution in periods below a minute', async () => {
    const cloudwatch = cloudwatchOf();
    createResource(cloudwatch, 'AWS::CloudWatch::Alarm', downAlarm, { region: 'us-west-2' });
    for (let i = 0; i < 6; i++) {
      cloudwatch.put('us-west-2', regionDown(1, 60), []);
      await pass(10_000);
    }
    expect(emitted).toEqual([]);
  });

  it('S3 neither takes data nor evaluates in a dead Region', async () => {
    const cloudwatch = cloudwatchOf();
    createResource(cloudwatch, 'AWS::CloudWatch::Alarm', downAlarm, { region: 'us-west-2' });
    await flow(cloudwatch, 0, 60_000);
    const before = world.trace.entries.length;
    world.network.kill('us-west-2');
    await flow(cloudwatch, 1, 120_000);
    expect(world.trace.entries).toHaveLength(before);
    expect(statesSeen()).toEqual(['OK']);
  });

  it('treats missing data as breaching where the template says so, and says it in the reason', async () => {
    const cloudwatch = cloudwatchOf();
    createResource(cloudwatch, 'AWS::CloudWatch::Alarm', { ...downAlarm, TreatMissingData: 'breaching' });
    await pass(60_000);
    expect(emitted[0]?.event.detail).toMatchObject({
      state: {
        value: 'ALARM',
        reason:
          'Threshold Crossed: no datapoints were received for 3 periods and 3 missing datapoints were treated as [Breaching].',
      },
    });
  });

  it.each([
    ['a period of 45 s', { Period: 45 }, /10, 20, 30 or a multiple of 60/],
    ['more datapoints than periods', { DatapointsToAlarm: 4 }, /must not be greater than EvaluationPeriods/],
    ['a composite rule', { AlarmRule: 'ALARM(a)' }, /AlarmRule/],
    ['an action', { AlarmActions: ['arn:aws:sns:us-east-1:111122223333:t'] }, /alarm actions are not simulated/],
    ['a percentile', { ExtendedStatistic: 'p99' }, /ExtendedStatistic/],
  ])('refuses %s by name', (_, change, message) => {
    expect(() => createResource(cloudwatchOf(), 'AWS::CloudWatch::Alarm', { ...downAlarm, ...change })).toThrow(
      message,
    );
  });

  it('refuses a second alarm of the same name in a Region, which would silently replace the first', () => {
    const cloudwatch = cloudwatchOf();
    createResource(cloudwatch, 'AWS::CloudWatch::Alarm', downAlarm);
    expect(() => createResource(cloudwatch, 'AWS::CloudWatch::Alarm', downAlarm)).toThrow(/already exists/);
    createResource(cloudwatch, 'AWS::CloudWatch::Alarm', downAlarm, { region: 'us-west-2' });
  });
});

describe('judge, as Route 53 reads an alarm', () => {
  const switchAlarm = {
    ...downAlarm,
    AlarmName: 'switch',
    Statistic: 'Minimum',
    Period: 60,
    EvaluationPeriods: 1,
    DatapointsToAlarm: 1,
    ComparisonOperator: 'LessThanThreshold',
  };

  it('applies the definition to the last full minutes of the metric', async () => {
    const cloudwatch = cloudwatchOf();
    createResource(cloudwatch, 'AWS::CloudWatch::Alarm', switchAlarm);
    expect(cloudwatch.judge('us-east-1', 'switch')).toBe('INSUFFICIENT_DATA');
    cloudwatch.put('us-east-1', regionDown(1, 60), []);
    await pass(60_000);
    expect(cloudwatch.judge('us-east-1', 'switch')).toBe('OK');
    cloudwatch.put('us-east-1', regionDown(0, 60), []);
    expect(cloudwatch.judge('us-east-1', 'switch')).toBe('OK');
    await pass(60_000);
    expect(cloudwatch.judge('us-east-1', 'switch')).toBe('ALARM');
    expect(cloudwatch.judgedBy('us-east-1', 'switch')).toEqual(['t2']);
    // The evaluation range is two periods longer than the one that is evaluated.
    await pass(120_000);
    expect(cloudwatch.judge('us-east-1', 'switch')).toBe('ALARM');
    await pass(60_000);
    expect(cloudwatch.judge('us-east-1', 'switch')).toBe('INSUFFICIENT_DATA');
  });

  it('has no data of metrics with high resolution', async () => {
    const cloudwatch = cloudwatchOf();
    createResource(cloudwatch, 'AWS::CloudWatch::Alarm', switchAlarm);
    cloudwatch.put('us-east-1', regionDown(1, 1), []);
    await pass(60_000);
    expect(cloudwatch.judge('us-east-1', 'switch')).toBe('INSUFFICIENT_DATA');
  });

  it('knows no alarm that nobody created', () => {
    expect(cloudwatchOf().judge('us-east-1', 'switch')).toBeUndefined();
  });
});
