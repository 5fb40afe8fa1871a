import { signalAlarms, type SignalAlarm } from '../lambdas/plan/signal-alarms';
import type { Site } from './uses/site';

/** The ARNs of the alarms of some of the plan's signals. */
export const signalArns = (
  { plan, partition, account }: Pick<Site, 'plan' | 'partition' | 'account'>,
  wanted: (signal: SignalAlarm) => boolean,
): readonly string[] =>
  signalAlarms(plan)
    .filter(wanted)
    .map(({ name, region }) => `arn:${partition}:cloudwatch:${region}:${account}:alarm:${name}`);
