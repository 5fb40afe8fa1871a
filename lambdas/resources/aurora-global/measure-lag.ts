import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { iso } from '../../clock';
import { critical } from '../../aws';
import type { Outside } from '../../outside';
import type { Region } from '../../plan/plan';
import type { LagSample } from '../kind';
import type { AuroraGlobal } from './schema';

/** Samples older than this are not worth fetching; Aurora publishes one a minute. */
const LOOK_BACK_MS = 10 * 60_000;

/** CloudWatch tells of a sample only the minute in which it was taken. */
const PERIOD_SECONDS = 60;

/**
 * The newest `AuroraGlobalDBRPOLag`, which CloudWatch has in the secondary's Region only, in milliseconds; unknown where
 * CloudWatch tells only a part of it (S3).
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html
 */
export const measureLag = async (
  resource: AuroraGlobal,
  { from, to }: { from: Region; to: Region },
  { aws, clock }: Outside,
): Promise<LagSample | undefined> => {
  const now = clock.now();
  const { MetricDataResults } = await aws(CloudWatchClient, critical(to)).send(
    new GetMetricDataCommand({
      StartTime: new Date(now - LOOK_BACK_MS),
      EndTime: new Date(now),
      ScanBy: 'TimestampDescending',
      MetricDataQueries: [
        { Id: 'lag', MetricStat: { Metric: metric(resource, from, to), Period: PERIOD_SECONDS, Stat: 'Maximum' } },
      ],
    }),
  );
  const newest = MetricDataResults?.[0];
  // Of a period whose data are not whole, the largest value may be among those that lack.
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataResult.html
  if (newest?.StatusCode !== 'Complete') return undefined;
  const milliseconds = newest.Values?.[0];
  const at = newest.Timestamps?.[0];
  if (milliseconds === undefined || at === undefined) return undefined;
  const endMs = Math.min(at.getTime() + PERIOD_SECONDS * 1000, now);
  return {
    resource: resource.name,
    from,
    to,
    seconds: milliseconds / 1000,
    at: iso(at.getTime()),
    notAfter: iso(endMs),
  };
};

const metric = ({ clusters }: AuroraGlobal, from: Region, to: Region) => ({
  Namespace: 'AWS/RDS',
  MetricName: 'AuroraGlobalDBRPOLag',
  Dimensions: [
    { Name: 'DBClusterIdentifier', Value: clusters[to] },
    { Name: 'SourceRegion', Value: from },
  ],
});
