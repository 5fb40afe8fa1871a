import * as z from 'zod';
import type { Plan } from '../plan/plan';
import { signalAlarms, type SignalAlarm } from '../plan/signal-alarms';
import { alarmSays } from './alarm-state-change';
import type { Signal } from './signal';

/**
 * The `CloudWatch Alarm State Change` of any alarm: those of composite alarms name no metric, so that the alarm's ARN
 * alone tells which one it is.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 */
export const usersAlarm = z.object({
  source: z.literal('aws.cloudwatch'),
  'detail-type': z.literal('CloudWatch Alarm State Change'),
  time: z.iso.datetime(),
  resources: z.tuple([z.string()]),
  detail: z.object({ alarmName: z.string(), state: z.object({ value: z.literal('ALARM'), reason: z.string() }) }),
});

const named = z.object({ resources: z.tuple([z.string()]) });

/** The signal of the plan that an event's alarm is; undefined where the plan names no such alarm. */
export const signalBehind = (
  event: unknown,
  plan: Pick<Plan, 'application' | 'generation' | 'signals'>,
): SignalAlarm | undefined => {
  const arn = named.safeParse(event).data?.resources[0];
  return signalAlarms(plan).find(({ name, region }) => arn !== undefined && isArnOf(arn, region, name));
};

export const fromUsersAlarm = (event: z.output<typeof usersAlarm>, { lost }: SignalAlarm): Signal => ({
  from: 'alarm',
  suspect: lost,
  because: `the plan's signal of ${lost}, ${alarmSays(event)}`,
});

/** `arn:partition:cloudwatch:Region:account:alarm:name`; the rule has held the account against ours. */
const isArnOf = (arn: string, region: string, name: string): boolean => {
  const [, , service, at, , type, ...rest] = arn.split(':');
  return service === 'cloudwatch' && at === region && type === 'alarm' && rest.join(':') === name;
};
