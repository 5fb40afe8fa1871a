import { GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { z } from 'zod';
import type { World } from '../../world/world';
import { NotSimulated } from '../not-simulated';
import { operation } from '../operation';
import { KEPT_MS, type MetricStore } from './metric-store';
import { parseInput, validationError } from './parse-input';
import { dimensions } from './put-metric-data';
import { statistic, STATISTICS, visibleIn } from './statistic';

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html */
const query = z.strictObject({
  Id: z.string().regex(/^[a-z]\w*$/, 'must begin with a lower-case letter; then letters, digits and _'),
  MetricStat: z.strictObject({
    Metric: z.strictObject({ Namespace: z.string(), MetricName: z.string(), Dimensions: dimensions }),
    Period: z
      .int()
      .refine(
        (seconds) => [1, 5, 10, 20, 30].includes(seconds) || (seconds > 0 && seconds % 60 === 0),
        'must be 1, 5, 10, 20, 30 or a multiple of 60',
      ),
    Stat: z.enum(STATISTICS),
  }),
  Label: z.string().optional(),
  ReturnData: z.boolean().default(true),
});

const input = z.strictObject({
  MetricDataQueries: z.array(query).min(1).max(500),
  StartTime: z.date(),
  EndTime: z.date(),
  ScanBy: z.enum(['TimestampAscending', 'TimestampDescending']).default('TimestampDescending'),
});

type Input = z.output<typeof input>;

/** `GetMetricData` for statistics of single metrics, in one page; expressions are not simulated. */
export const getMetricData = (world: World, store: MetricStore) =>
  operation(GetMetricDataCommand, {
    latency: 'api.read',
    authorize: () => [{ action: 'cloudwatch:GetMetricData', resource: '*' }],
    run: (raw, call) => {
      const request = parseInput('GetMetricData', input, raw);
      refuseBadTimes(request, world.clock.now());
      return {
        MetricDataResults: request.MetricDataQueries.filter(({ ReturnData }) => ReturnData).map((one) => ({
          Id: one.Id,
          Label: one.Label ?? one.MetricStat.Metric.MetricName,
          ...series(store, call.region, one.MetricStat, request),
          StatusCode: 'Complete' as const,
        })),
        Messages: [],
      };
    },
  });

const refuseBadTimes = ({ StartTime, EndTime }: Input, nowMs: number): void => {
  if (StartTime >= EndTime) throw validationError('The parameter StartTime must be less than the parameter EndTime.');
  if (StartTime.getTime() < nowMs - KEPT_MS) {
    throw new NotSimulated(`GetMetricData: StartTime more than ${KEPT_MS / 3_600_000} hours ago is not simulated`);
  }
};

/** One value per period that has data; periods begin at multiples of their length, the first at or before StartTime. */
const series = (
  store: MetricStore,
  region: string,
  { Metric, Period, Stat }: Input['MetricDataQueries'][number]['MetricStat'],
  { StartTime, EndTime, ScanBy }: Input,
): { readonly Timestamps: Date[]; readonly Values: number[] } => {
  const metric = {
    namespace: Metric.Namespace,
    name: Metric.MetricName,
    dimensions: Object.fromEntries(Metric.Dimensions.map(({ Name, Value }) => [Name, Value])),
  };
  const periodMs = Period * 1_000;
  const endMs = EndTime.getTime();
  const found: { at: Date; value: number }[] = [];
  for (let at = Math.floor(StartTime.getTime() / periodMs) * periodMs; at < endMs; at += periodMs) {
    const points = store.between(region, metric, at, Math.min(at + periodMs, endMs)).filter(visibleIn(Period));
    const value = statistic(Stat, points);
    if (value !== undefined) found.push({ at: new Date(at), value });
  }
  if (ScanBy === 'TimestampDescending') found.reverse();
  return { Timestamps: found.map(({ at }) => at), Values: found.map(({ value }) => value) };
};
