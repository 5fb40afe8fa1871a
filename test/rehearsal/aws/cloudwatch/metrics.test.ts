import { createCloudWatch } from '../../../../rehearsal/aws/cloudwatch/create-cloudwatch';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { ask, authorization } from '../ask-service';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const seconds = (offset: number) => new Date(Date.UTC(2026, 0, 6, 9, 0, offset));
const cloudwatchOf = () => createCloudWatch(world, '111122223333', { emit: () => undefined });

const datum = (value: number, at?: Date, more: object = {}) => ({
  MetricName: 'Lag',
  Dimensions: [{ Name: 'Region', Value: 'us-east-1' }],
  Value: value,
  ...(at && { Timestamp: at }),
  ...more,
});
const put = (...data: object[]) => ({ Namespace: 'Understudy', MetricData: data });
const query = (period: number, stat: string, more: object = {}) => ({
  MetricDataQueries: [
    {
      Id: 'lag',
      MetricStat: {
        Metric: {
          Namespace: 'Understudy',
          MetricName: 'Lag',
          Dimensions: [{ Name: 'Region', Value: 'us-east-1' }],
        },
        Period: period,
        Stat: stat,
      },
    },
  ],
  StartTime: seconds(0),
  EndTime: seconds(120),
  ...more,
});

describe('PutMetricData and GetMetricData', () => {
  it.each([
    ['Minimum', 2],
    ['Maximum', 6],
    ['Average', 4],
    ['Sum', 8],
    ['SampleCount', 2],
  ])('aggregates a period as %s', (stat, value) => {
    const cloudwatch = cloudwatchOf();
    ask(
      world,
      cloudwatch,
      'PutMetricDataCommand',
      put(datum(2, seconds(0)), datum(6, seconds(59)), datum(9, seconds(60))),
    );
    const answer = ask(world, cloudwatch, 'GetMetricDataCommand', query(60, stat, { EndTime: seconds(60) }));
    expect(answer).toEqual({
      MetricDataResults: [
        { Id: 'lag', Label: 'Lag', Timestamps: [seconds(0)], Values: [value], StatusCode: 'Complete' },
      ],
      Messages: [],
    });
  });

  it('answers the newest period first unless asked for the oldest', () => {
    const cloudwatch = cloudwatchOf();
    ask(world, cloudwatch, 'PutMetricDataCommand', put(datum(2, seconds(70)), datum(1, seconds(10))));
    const values = (more: object) =>
      ask(world, cloudwatch, 'GetMetricDataCommand', query(60, 'Maximum', more)) as {
        MetricDataResults: { Values: number[] }[];
      };
    expect(values({}).MetricDataResults[0]?.Values).toEqual([2, 1]);
    expect(values({ ScanBy: 'TimestampAscending' }).MetricDataResults[0]?.Values).toEqual([1, 2]);
  });

  it('shows periods below a minute only of metrics stored with high resolution', () => {
    const cloudwatch = cloudwatchOf();
    ask(world, cloudwatch, 'PutMetricDataCommand', put(datum(1, seconds(0))));
    expect(ask(world, cloudwatch, 'GetMetricDataCommand', query(10, 'Sum'))).toMatchObject({
      MetricDataResults: [{ Values: [] }],
    });
    ask(world, cloudwatch, 'PutMetricDataCommand', put(datum(1, seconds(0), { StorageResolution: 1 })));
    expect(ask(world, cloudwatch, 'GetMetricDataCommand', query(10, 'Sum'))).toMatchObject({
      MetricDataResults: [{ Values: [1] }],
    });
  });

  it('counts Values by their Counts', () => {
    const cloudwatch = cloudwatchOf();
    const one = { MetricName: 'Lag', Dimensions: [{ Name: 'Region', Value: 'us-east-1' }] };
    ask(world, cloudwatch, 'PutMetricDataCommand', put({ ...one, Values: [1, 4], Counts: [2, 1] }));
    expect(ask(world, cloudwatch, 'GetMetricDataCommand', query(60, 'Average'))).toMatchObject({
      MetricDataResults: [{ Values: [2] }],
    });
  });

  it('keeps Regions and dimensions apart', () => {
    const cloudwatch = cloudwatchOf();
    ask(world, cloudwatch, 'PutMetricDataCommand', put(datum(1)), 'us-west-2');
    ask(world, cloudwatch, 'PutMetricDataCommand', put({ MetricName: 'Lag', Value: 1 }));
    expect(ask(world, cloudwatch, 'GetMetricDataCommand', query(60, 'Sum'))).toMatchObject({
      MetricDataResults: [{ Values: [] }],
    });
  });

  it('forgets data of more than three hours ago, so that a long rehearsal stays small', async () => {
    const cloudwatch = cloudwatchOf();
    ask(world, cloudwatch, 'PutMetricDataCommand', put(datum(1)));
    await world.run(world.clock.sleep(3 * 3_600_000 - 1_000));
    ask(world, cloudwatch, 'PutMetricDataCommand', put(datum(1)));
    expect(ask(world, cloudwatch, 'GetMetricDataCommand', query(60, 'Sum'))).toMatchObject({
      MetricDataResults: [{ Values: [1] }],
    });
    await world.run(world.clock.sleep(1_000));
    ask(world, cloudwatch, 'PutMetricDataCommand', put(datum(1)));
    expect(ask(world, cloudwatch, 'GetMetricDataCommand', query(60, 'Sum'))).toMatchObject({
      MetricDataResults: [{ Values: [] }],
    });
  });

  it('traces each datum with the call as its cause', () => {
    ask(world, cloudwatchOf(), 'PutMetricDataCommand', put(datum(7)));
    expect(world.trace.entries).toMatchObject([
      { type: 'metric', region: 'us-east-1', what: 'Understudy Lag = 7', causes: ['the-call'] },
    ]);
  });

  it('S20 asks for PutMetricData on everything, with the namespace as context', () => {
    const cloudwatch = cloudwatchOf();
    expect(authorization(world, cloudwatch, 'PutMetricDataCommand', put(datum(1)))).toEqual([
      { action: 'cloudwatch:PutMetricData', resource: '*', context: { 'cloudwatch:namespace': 'Understudy' } },
    ]);
    expect(authorization(world, cloudwatch, 'GetMetricDataCommand', query(60, 'Sum'))).toEqual([
      { action: 'cloudwatch:GetMetricData', resource: '*' },
    ]);
  });

  it.each([
    ['a reserved namespace', { Namespace: 'AWS/RDS', MetricData: [datum(1)] }, 'InvalidParameterValueException'],
    ['no namespace', { MetricData: [datum(1)] }, 'MissingRequiredParameterException'],
    ['a metric without a name', put({ Value: 1 }), 'MissingRequiredParameterException'],
    ['a datum without a value', put({ MetricName: 'Lag' }), 'InvalidParameterCombinationException'],
    ['a value and values', put(datum(1, undefined, { Values: [1] })), 'InvalidParameterCombinationException'],
    [
      'counts of another length',
      put({ MetricName: 'Lag', Values: [1], Counts: [1, 2] }),
      'InvalidParameterCombinationException',
    ],
    ['a number that is none', put(datum(NaN)), 'InvalidParameterValueException'],
    ['a resolution of 10 s', put(datum(1, undefined, { StorageResolution: 10 })), 'InvalidParameterValueException'],
    ['a unit that it does not know', put(datum(1, undefined, { Unit: 'seconds' })), 'InvalidParameterValueException'],
    ['a time three weeks ago', put(datum(1, new Date(Date.UTC(2025, 11, 16)))), 'InvalidParameterValueException'],
    ['statistic values', put({ MetricName: 'Lag', StatisticValues: {} }), 'NotSimulated'],
    ['entities', { ...put(datum(1)), EntityMetricData: [] }, 'NotSimulated'],
  ])('refuses %s', (_, input, name) => {
    expect(() => ask(world, cloudwatchOf(), 'PutMetricDataCommand', input)).toThrow(expect.objectContaining({ name }));
    expect(world.trace.entries).toEqual([]);
  });

  it.each([
    [
      'an expression',
      { ...query(60, 'Sum'), MetricDataQueries: [{ Id: 'e', Expression: 'SUM(METRICS())' }] },
      'NotSimulated',
    ],
    ['a percentile', query(60, 'p99'), 'InvalidParameterValueException'],
    ['a period of 45 s', query(45, 'Sum'), 'InvalidParameterValueException'],
    ['an end before the start', query(60, 'Sum', { EndTime: seconds(-60) }), 'ValidationError'],
    ['a start a day ago', query(60, 'Sum', { StartTime: seconds(-86_400) }), 'NotSimulated'],
  ])('refuses to read %s', (_, input, name) => {
    expect(() => ask(world, cloudwatchOf(), 'GetMetricDataCommand', input)).toThrow(expect.objectContaining({ name }));
  });
});
