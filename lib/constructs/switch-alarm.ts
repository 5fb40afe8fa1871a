import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { METRICS, names } from '../../lambdas/plan/names';
import type { Plan, Region } from '../../lambdas/plan/plan';

/**
 * What a Route 53 health check reads to learn whether `region` gets traffic. Route 53 copies the definition when the
 * check is created and reads the metric itself, so this alarm must never be edited, only replaced with its check.
 */
export const switchAlarm = (scope: Construct, plan: Plan, region: Region): Alarm =>
  new Alarm(scope, `traffic-on-${region}`, {
    alarmName: names(plan).switchAlarm(region),
    alarmDescription: `Traffic of ${plan.application} to ${region} is off. Never edit: Route 53 would not notice.`,
    metric: new Metric({
      namespace: METRICS,
      metricName: 'TrafficOn',
      dimensionsMap: { Application: plan.application, Region: region },
      period: Duration.seconds(60),
      // On comes before off: while both are off, Route 53 would answer as if both were on (S24).
      statistic: Stats.MAXIMUM,
    }),
    threshold: 1,
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    evaluationPeriods: 1,
    datapointsToAlarm: 1,
    treatMissingData: TreatMissingData.MISSING,
  });
