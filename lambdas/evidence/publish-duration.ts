import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { critical } from '../aws';
import type { Outside } from '../outside';
import { METRICS } from '../plan/names';
import type { Plan, Region } from '../plan/plan';

/** Publishes how long a failover took, for dashboards and the alarm on the plan's RTO. */
export const publishDuration = async (
  { aws }: Outside,
  region: Region,
  { application }: Pick<Plan, 'application'>,
  rtoSeconds: number,
): Promise<void> => {
  await aws(CloudWatchClient, critical(region)).send(
    new PutMetricDataCommand({
      Namespace: METRICS,
      MetricData: [
        {
          MetricName: 'FailoverDurationSeconds',
          Dimensions: [{ Name: 'Application', Value: application }],
          Value: rtoSeconds,
          Unit: 'Seconds',
        },
      ],
    }),
  );
};
