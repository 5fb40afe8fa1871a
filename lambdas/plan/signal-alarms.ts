import { names } from './names';
import type { Plan, Region } from './plan';

/** The alarm by which a signal of the plan speaks. */
export interface SignalAlarm {
  readonly name: string;
  /** Where it is, and where its events begin. */
  readonly region: Region;
  /** The Region that it suspects of being lost. */
  readonly lost: Region;
  /** The health check that it reads, where the alarm is ours and not the user's. */
  readonly healthCheck?: string;
}

/**
 * Metrics of health checks exist in us-east-1 alone.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-cloudwatch.html
 */
export const HEALTH_CHECK_METRICS: Region = 'us-east-1';

/** The alarms of all signals, in the plan's order. */
export const signalAlarms = (plan: Pick<Plan, 'application' | 'generation' | 'signals'>): readonly SignalAlarm[] =>
  plan.signals.flatMap((signal): SignalAlarm[] => {
    const { alarm, in: region, healthCheck, lost } = signal;
    if (healthCheck !== undefined) {
      return [{ name: names(plan).healthCheckAlarm(healthCheck), region: HEALTH_CHECK_METRICS, lost, healthCheck }];
    }
    return alarm !== undefined && region !== undefined ? [{ name: alarm, region, lost }] : [];
  });
