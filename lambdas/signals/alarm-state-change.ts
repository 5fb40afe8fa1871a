import * as z from 'zod';

/**
 * EventBridge's `CloudWatch Alarm State Change` of an alarm on one metric of ours, as far as we read it; the rest may grow.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 */
export const alarmStateChange = <M extends string, D extends z.ZodType>(metric: M, dimensions: D) =>
  z.object({
    source: z.literal('aws.cloudwatch'),
    'detail-type': z.literal('CloudWatch Alarm State Change'),
    time: z.iso.datetime(),
    detail: z.object({
      alarmName: z.string(),
      state: z.object({ value: z.literal('ALARM'), reason: z.string() }),
      configuration: z.object({
        metrics: z
          .array(z.object({ metricStat: z.object({ metric: z.object({ name: z.literal(metric), dimensions }) }) }))
          .length(1),
      }),
    }),
  });

/** In words, for the evidence. */
export const alarmSays = ({
  detail,
  time,
}: {
  readonly time: string;
  readonly detail: { readonly alarmName: string; readonly state: { readonly reason: string } };
}): string => `alarm ${detail.alarmName} since ${time}: ${detail.state.reason}`;
