import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { critical } from '../aws';
import type { Outside } from '../outside';
import { LAG, METRICS } from '../plan/names';
import type { Plan, Region } from '../plan/plan';
import type { LagSample } from '../resources/kind';

/**
 * Publishes `ReplicationLagSeconds` under the time of each sample, so that one sample read twice is still one, and a lag
 * that is no longer sampled goes missing instead of looking fresh (S3).
 */
export const publishLags = async (
  { aws }: Outside,
  { application }: Pick<Plan, 'application'>,
  region: Region,
  lags: readonly LagSample[],
): Promise<void> => {
  if (lags.length === 0) return;
  await aws(CloudWatchClient, critical(region)).send(
    new PutMetricDataCommand({
      Namespace: METRICS,
      MetricData: lags.map(({ resource, from, to, seconds, at }) => ({
        MetricName: LAG,
        Dimensions: [
          { Name: 'Application', Value: application },
          { Name: 'Resource', Value: resource },
          { Name: 'From', Value: from },
          { Name: 'To', Value: to },
        ],
        Timestamp: new Date(at),
        Value: seconds,
        Unit: 'Seconds',
      })),
    }),
  );
};
