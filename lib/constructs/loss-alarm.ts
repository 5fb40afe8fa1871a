import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { METRICS, names } from '../../lambdas/plan/names';
import type { Plan, Region } from '../../lambdas/plan/plan';

/** Goes off when this Region's observer finds `suspect` down in 2 of 3 periods of 10 s; silence is neither (S3). */
export const lossAlarm = (scope: Construct, plan: Plan, suspect: Region): Alarm =>
  new Alarm(scope, `${suspect}-down`, {
    alarmName: names(plan).downAlarm(suspect),
    alarmDescription: `The observer here finds ${plan.application} down in ${suspect}. Wakes the failover journey, which decides.`,
    metric: new Metric({
      namespace: METRICS,
      metricName: 'RegionDown',
      dimensionsMap: { Application: plan.application, Region: suspect },
      period: Duration.seconds(10),
      statistic: Stats.MAXIMUM,
    }),
    threshold: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: 3,
    datapointsToAlarm: 2,
    treatMissingData: TreatMissingData.MISSING,
  });
