import { parseSignal } from '../../../lambdas/signals/parse-signal';

const plan = {
  regions: [
    { name: 'us-east-1', share: 100 },
    { name: 'us-west-2', share: 0 },
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

  it('S14 reads why a person attests that nothing writes there, and takes no empty word for it', () => {
    const typed = { lost: 'us-east-1', reason: 'the account is closed', fenced: 'the hosts are switched off' };
    expect(parseSignal(typed, plan)).toMatchObject({ attestsFence: 'the hosts are switched off' });
    expect(() => parseSignal({ ...typed, fenced: '' }, plan)).toThrow();
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
