import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { SignalAlarm } from '../../lambdas/plan/signal-alarms';

/**
 * Goes off when Route 53 finds a health check of the user's unhealthy for a minute; only where its metric is, and only
 * as a wake-up, because the metric dies with us-east-1 (S7). Silence is neither good nor bad news (S3, S8).
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-health-checks.html
 */
export const healthCheckAlarm = (scope: Construct, { name, lost }: SignalAlarm, healthCheck: string): Alarm =>
  new Alarm(scope, `health-check-${healthCheck}`, {
    alarmName: name,
    alarmDescription: `The health check ${healthCheck} says that ${lost} is unhealthy. Wakes the failover journey, which decides.`,
    metric: new Metric({
      namespace: 'AWS/Route53',
      metricName: 'HealthCheckStatus',
      dimensionsMap: { HealthCheckId: healthCheck },
      period: Duration.minutes(1),
      statistic: Stats.MINIMUM,
    }),
    threshold: 1,
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.MISSING,
  });
