import * as z from 'zod';
import type { Signal } from './signal';

/**
 * EventBridge's `CloudWatch Alarm State Change`, as far as we read it; the rest may grow.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 */
export const alarmStateChange = z.object({
  source: z.literal('aws.cloudwatch'),
  'detail-type': z.literal('CloudWatch Alarm State Change'),
  time: z.iso.datetime(),
  detail: z.object({
    alarmName: z.string(),
    state: z.object({ value: z.literal('ALARM'), reason: z.string() }),
    configuration: z.object({
      metrics: z
        .array(
          z.object({
            metricStat: z.object({
              metric: z.object({ name: z.literal('RegionDown'), dimensions: z.object({ Region: z.string() }) }),
            }),
          }),
        )
        .length(1),
    }),
  }),
});

export const fromAlarm = ({ detail, time }: z.output<typeof alarmStateChange>): Signal => ({
  from: 'alarm',
  suspect: detail.configuration.metrics[0]!.metricStat.metric.dimensions.Region,
  because: `alarm ${detail.alarmName} since ${time}: ${detail.state.reason}`,
});
