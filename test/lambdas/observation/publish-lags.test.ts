import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { critical } from '../../../lambdas/aws';
import { publishLags } from '../../../lambdas/observation/publish-lags';
import type { LagSample } from '../../../lambdas/resources/kind';
import { EAST, openStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const minute = (minutes: number) => new Date(Date.UTC(2026, 0, 6, 8, 58 + minutes));
const sample = (seconds: number, minutes: number, resource = 'orders'): LagSample => ({
  resource,
  from: EAST,
  to: WEST,
  seconds,
  at: minute(minutes).toISOString(),
});
const publish = (lags: readonly LagSample[]) =>
  stage.run(publishLags(stage.outside(WEST), { application: 'webshop' }, WEST, lags));
const dimensions = (resource: string) =>
  Object.entries({ Application: 'webshop', Resource: resource, From: EAST, To: WEST });

/** What an alarm in us-west-2 would see: maxima by minute, the newest first. */
const published = async (resource: string) => {
  const Dimensions = dimensions(resource).map(([Name, Value]) => ({ Name, Value }));
  const Metric = { Namespace: 'Understudy', MetricName: 'ReplicationLagSeconds', Dimensions };
  const { MetricDataResults } = await stage.run(
    stage
      .outside(WEST)
      .aws(CloudWatchClient, critical(WEST))
      .send(
        new GetMetricDataCommand({
          StartTime: minute(-60),
          EndTime: minute(60),
          ScanBy: 'TimestampDescending',
          MetricDataQueries: [{ Id: 'lag', MetricStat: { Metric, Period: 60, Stat: 'Sum' } }],
        }),
      ),
  );
  const { Timestamps = [], Values = [] } = MetricDataResults![0]!;
  return Timestamps.map((at, index) => [at.toISOString(), Values[index]]);
};

it('publishes each store’s lag in seconds, under the time at which it was sampled', async () => {
  await publish([sample(0.4, 0), sample(7, 1, 'ledger')]);
  expect(await published('orders')).toEqual([[minute(0).toISOString(), 0.4]]);
  expect(await published('ledger')).toEqual([[minute(1).toISOString(), 7]]);
});

it('S3 asks CloudWatch for nothing when nothing was sampled', async () => {
  await publish([]);
  expect(stage.cloud.endpoint.calls).toEqual([]);
});
