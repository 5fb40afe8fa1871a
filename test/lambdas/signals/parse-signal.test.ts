import { compositeAlarmEvent } from '../../../rehearsal/aws/cloudwatch/composite-alarm-event';
import { parseSignal } from '../../../lambdas/signals/parse-signal';

const plan = {
  application: 'webshop',
  generation: 1,
  regions: [
    { name: 'us-east-1', share: 100 },
    { name: 'us-west-2', share: 0 },
  ],
  signals: [
    { alarm: 'shop-orders-failing', in: 'us-east-2', lost: 'us-east-1' },
    { healthCheck: '0f3c9a52-7c1e-4d0b-9a53-5a0c3d1b7e02', lost: 'us-west-2' },
  ],
};

const alarm = {
  version: '0',
  id: 'c4c1c1c9-6542-e61b-6ef0-8c4d36933a92',
  'detail-type': 'CloudWatch Alarm State Change',
  source: 'aws.cloudwatch',
  account: '111122223333',
  time: '2026-01-06T09:05:40Z',
  region: 'us-west-2',
  resources: ['arn:aws:cloudwatch:us-west-2:111122223333:alarm:understudy-webshop-us-east-1-down'],
  detail: {
    alarmName: 'understudy-webshop-us-east-1-down',
    state: { value: 'ALARM', reason: 'Threshold Crossed', timestamp: '2026-01-06T09:05:40.000+0000' },
    previousState: { value: 'OK', reason: 'fine', timestamp: '2026-01-06T09:01:00.000+0000' },
    configuration: {
      metrics: [
        {
          id: 'm1',
          returnData: true,
          metricStat: {
            metric: {
              namespace: 'Understudy',
              name: 'RegionDown',
              dimensions: { Application: 'webshop', Region: 'us-east-1' },
            },
            period: 10,
            stat: 'Maximum',
          },
        },
      ],
    },
  },
};

describe('parseSignal', () => {
  it('reads which Region an alarm is about from the metric that it watches', () => {
    expect(parseSignal(alarm, plan)).toMatchObject({ from: 'alarm', suspect: 'us-east-1' });
  });

  it('reads what a person typed into the console', () => {
    const signal = parseSignal({ lost: 'us-east-1', reason: 'the data centre burns' }, plan);
    expect(signal).toEqual({ from: 'person', suspect: 'us-east-1', because: 'started by hand: the data centre burns' });
  });

  it('reads an observer that has seen the loss for long', () => {
    const call = { observer: 'us-west-2', lost: 'us-east-1', since: '2026-01-06T09:05:40.000Z' };
    expect(parseSignal(call, plan)).toMatchObject({ from: 'observer', suspect: 'us-east-1' });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a string', 'us-east-1'],
    ['a list', [alarm]],
    ['an empty object', {}],
    ['a person without a reason', { lost: 'us-east-1' }],
    ['a person with an empty reason', { lost: 'us-east-1', reason: '' }],
    ['a person with more than is known', { lost: 'us-east-1', reason: 'x', force: true }],
    ['a Region that the plan does not have', { lost: 'eu-west-1', reason: 'x' }],
    [
      'an alarm that went back to OK',
      { ...alarm, detail: { ...alarm.detail, state: { value: 'OK', reason: 'fine' } } },
    ],
    ['an alarm without its configuration', { ...alarm, detail: { ...alarm.detail, configuration: {} } }],
    ['another kind of event', { ...alarm, 'detail-type': 'EC2 Instance State-change Notification' }],
    ['an observer without a time', { observer: 'us-west-2', lost: 'us-east-1', since: 'yesterday' }],
  ])('S32 refuses %s and says what is allowed', (_, input) => {
    expect(() => parseSignal(input, plan)).toThrow(
      expect.objectContaining({ name: 'InvalidSignal', message: expect.stringMatching(/start it with|allowed:/) }),
    );
  });
});

describe("an alarm of the user's", () => {
  const goingOff = (name: string, region: string) =>
    compositeAlarmEvent({ name, region, account: '111122223333', atMs: Date.UTC(2026, 0, 6, 9), id: 'e1' });

  it('is known by its ARN, because the event of a composite alarm names no metric', () => {
    expect(parseSignal(goingOff('shop-orders-failing', 'us-east-2'), plan)).toEqual({
      from: 'alarm',
      suspect: 'us-east-1',
      because: expect.stringMatching(
        /^the plan's signal of us-east-1, alarm shop-orders-failing since 2026-01-06T09:00/,
      ),
    });
  });

  it('may read a health check: then the alarm is ours, in us-east-1', () => {
    const name = 'understudy-webshop-health-check-0f3c9a52-7c1e-4d0b-9a53-5a0c3d1b7e02';
    expect(parseSignal(goingOff(name, 'us-east-1'), plan)).toMatchObject({ from: 'alarm', suspect: 'us-west-2' });
  });

  it.each([
    ['of the same name in another Region', goingOff('shop-orders-failing', 'us-west-2')],
    ['that the plan does not name', goingOff('shop-orders', 'us-east-2')],
    [
      'that went back to OK',
      {
        ...goingOff('shop-orders-failing', 'us-east-2'),
        detail: { alarmName: 'x', state: { value: 'OK', reason: '' } },
      },
    ],
  ])('S32 is refused where it is one %s', (_, event) => {
    expect(() => parseSignal(event, plan)).toThrow(expect.objectContaining({ name: 'InvalidSignal' }));
  });
});
