import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { critical } from '../aws';
import type { Outside } from '../outside';
import { METRICS } from '../plan/names';
import type { Vote } from './vote';

/** Publishes `RegionDown` of 0 or 1 for each workload Region, every ten seconds; unknown and abstentions are not published (S2, S3). */
export const publishVote = async ({ aws }: Outside, application: string, vote: Vote): Promise<void> => {
  const known = vote.opinions.filter(({ says }) => says === 'healthy' || says === 'down');
  if (known.length === 0) return;
  await aws(CloudWatchClient, critical(vote.observer)).send(
    new PutMetricDataCommand({
      Namespace: METRICS,
      MetricData: known.map(({ region, says }) => ({
        MetricName: 'RegionDown',
        Dimensions: [
          { Name: 'Application', Value: application },
          { Name: 'Region', Value: region },
        ],
        Value: says === 'down' ? 1 : 0,
        StorageResolution: 1,
      })),
    }),
  );
};
