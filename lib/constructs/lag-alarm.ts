import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { LAG, METRICS, names } from '../../lambdas/plan/names';
import type { Plan, Region } from '../../lambdas/plan/plan';

interface Pair {
  readonly resource: string;
  readonly from: Region;
  readonly to: Region;
}

/** Goes off when the replica here is behind in 2 of 3 minutes; a minute may be late or missing, which is neither (S3). */
export const lagAlarm = (scope: Construct, plan: Plan, { resource, from, to }: Pair): Alarm =>
  new Alarm(scope, `${resource}-behind-${from}`, {
    alarmName: names(plan).lagAlarm(resource, from),
    alarmDescription: `${resource} in ${to} is behind ${from}. Starts the replication watch, which measures again.`,
    metric: new Metric({
      namespace: METRICS,
      metricName: LAG,
      dimensionsMap: { Application: plan.application, Resource: resource, From: from, To: to },
      period: Duration.minutes(1),
      statistic: Stats.MAXIMUM,
    }),
    threshold: plan.watch.lagSeconds,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: 3,
    datapointsToAlarm: 2,
    treatMissingData: TreatMissingData.MISSING,
  });
