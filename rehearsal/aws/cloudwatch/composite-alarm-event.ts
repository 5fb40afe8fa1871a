import type { Event } from '../services/signals';

/** A composite alarm that somebody else owns, going off. */
interface GoingOff {
  readonly name: string;
  readonly region: string;
  readonly account: string;
  readonly atMs: number;
  /** The event's own id, a UUID. */
  readonly id: string;
}

/**
 * The event of a composite alarm that goes off: it has a rule where a metric alarm has metrics.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 */
export const compositeAlarmEvent = ({ name, region, account, atMs, id }: GoingOff): Event => {
  const child = `arn:aws:cloudwatch:${region}:${account}:alarm:${name}-child`;
  const timestamp = new Date(atMs).toISOString().replace('Z', '+0000');
  return {
    version: '0',
    id,
    'detail-type': 'CloudWatch Alarm State Change',
    source: 'aws.cloudwatch',
    account,
    time: `${new Date(atMs).toISOString().slice(0, 19)}Z`,
    region,
    resources: [`arn:aws:cloudwatch:${region}:${account}:alarm:${name}`],
    detail: {
      alarmName: name,
      configuration: { alarmRule: `ALARM("${name}-child")` },
      previousState: { value: 'OK', reason: `${child} transitioned to OK`, timestamp },
      state: { value: 'ALARM', reason: `${child} transitioned to ALARM`, timestamp },
    },
  };
};
