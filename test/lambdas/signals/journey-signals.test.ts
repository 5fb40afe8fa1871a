import { parseBackupSignal } from '../../../lambdas/signals/backup-signal';
import { parseLagSignal } from '../../../lambdas/signals/lag-signal';
import { quickStart } from '../../quick-start';

const plan = quickStart();
const named = expect.objectContaining({ name: 'InvalidSignal' }) as Error;

describe('the input of a replication watch', () => {
  const alarm = (name = 'ReplicationLagSeconds', From = 'us-east-1') => ({
    source: 'aws.cloudwatch',
    'detail-type': 'CloudWatch Alarm State Change',
    time: '2026-01-06T09:00:00Z',
    detail: {
      alarmName: 'behind',
      state: { value: 'ALARM', reason: 'over' },
      configuration: { metrics: [{ metricStat: { metric: { name, dimensions: { From } } } }] },
    },
  });

  it('is an alarm on the lag, or a person who asks', () => {
    expect(parseLagSignal(alarm(), plan, 'us-west-2')).toMatchObject({ from: 'us-east-1' });
    expect(parseLagSignal({ from: 'us-east-1', reason: 'slow' }, plan, 'us-west-2').because).toContain('slow');
  });

  it.each([
    ['an alarm on something else', alarm('RegionDown')],
    ['its own Region as the source', alarm(undefined, 'us-west-2')],
    ['a Region of no plan', { from: 'eu-west-1', reason: 'slow' }],
    ['nothing at all', {}],
    ['no object', 'orders'],
  ])('S32 is refused with what is allowed when it is %s', (_, input) => {
    expect(() => parseLagSignal(input, plan, 'us-west-2')).toThrow(named);
    expect(() => parseLagSignal(input, plan, 'us-west-2')).toThrow(/allowed|start it with/);
  });
});

describe('the input of a backup', () => {
  it('is the schedule, or a person who asks', () => {
    const scheduledAt = '2026-01-06T12:00:00Z';
    expect(parseBackupSignal({ resource: 'orders', scheduledAt }, plan)).toMatchObject({
      resource: 'orders',
      scheduledAt,
    });
    expect(parseBackupSignal({ resource: 'orders', reason: 'release' }, plan).scheduledAt).toBeUndefined();
  });

  it.each([
    ['a resource without backups', { resource: 'web', reason: 'why' }],
    ['a time that is none', { resource: 'orders', scheduledAt: 'noon' }],
    ['no reason', { resource: 'orders' }],
    ['no object', []],
  ])('S32 is refused with what is allowed when it has %s', (_, input) => {
    expect(() => parseBackupSignal(input, plan)).toThrow(named);
  });
});
