import type { Event } from '../services/signals';
import type { Alarm } from './alarm';
import type { StateOfAlarm } from './alarm-state';

/**
 * The event that a change of an alarm's state emits.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 */
export const alarmEvent = (
  alarm: Alarm,
  change: { readonly from: StateOfAlarm; readonly to: StateOfAlarm; readonly atMs: number },
  ids: { readonly account: string; readonly event: string; readonly metric: string },
): Event => ({
  version: '0',
  id: ids.event,
  'detail-type': 'CloudWatch Alarm State Change',
  source: 'aws.cloudwatch',
  account: ids.account,
  time: `${new Date(change.atMs).toISOString().slice(0, 19)}Z`,
  region: alarm.region,
  resources: [alarm.arn],
  detail: {
    alarmName: alarm.name,
    configuration: {
      ...(alarm.description !== undefined && { description: alarm.description }),
      metrics: [{ id: ids.metric, metricStat: metricStat(alarm), returnData: true }],
    },
    previousState: stateDetail(change.from),
    state: stateDetail(change.to),
  },
});

const metricStat = ({ metric, periodSeconds, statistic }: Alarm) => ({
  metric: { dimensions: metric.dimensions, name: metric.name, namespace: metric.namespace },
  period: periodSeconds,
  stat: statistic,
});

const stateDetail = ({ reasonData, ...state }: StateOfAlarm) => ({
  ...state,
  ...(reasonData !== undefined && { reasonData }),
});
