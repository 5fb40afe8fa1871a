import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { critical } from '../aws';
import type { Outside } from '../outside';
import { BACKUP_AGE, METRICS } from '../plan/names';
import type { Plan, Region } from '../plan/plan';

/** The newest good recovery point of a resource in a Region. */
export interface NewestPoint {
  readonly resource: string;
  readonly ageHours: number;
  readonly bytes: number;
}

/** Publishes `BackupAgeHours` and `BackupSizeBytes`; what has no good point has no age, and is not published (S3). */
export const publishBackups = async (
  { aws }: Outside,
  { application }: Pick<Plan, 'application'>,
  region: Region,
  newest: readonly NewestPoint[],
): Promise<void> => {
  if (newest.length === 0) return;
  await aws(CloudWatchClient, critical(region)).send(
    new PutMetricDataCommand({
      Namespace: METRICS,
      MetricData: newest.flatMap(({ resource, ageHours, bytes }) => {
        const Dimensions = [
          { Name: 'Application', Value: application },
          { Name: 'Resource', Value: resource },
          { Name: 'Region', Value: region },
        ];
        return [
          { MetricName: BACKUP_AGE, Dimensions, Value: ageHours },
          { MetricName: 'BackupSizeBytes', Dimensions, Value: bytes, Unit: 'Bytes' as const },
        ];
      }),
    }),
  );
};
