import {
  InvalidParameterCombinationException,
  InvalidParameterValueException,
  PutMetricDataCommand,
  StandardUnit,
} from '@aws-sdk/client-cloudwatch';
import { z } from 'zod';
import { TRAFFIC_ON } from '../../../lambdas/plan/names';
import type { World } from '../../world/world';
import { operation } from '../operation';
import type { MetricStore } from './metric-store';
import { parseInput } from './parse-input';
import { storeDatum } from './store-datum';

/** Numbers and limits: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html */
const number = z.number().refine((value) => Math.abs(value) <= 2 ** 360, 'must be between -2^360 and 2^360');

export const dimensions = z
  .array(z.strictObject({ Name: z.string().min(1).max(255), Value: z.string().min(1).max(1_024) }))
  .max(30)
  .default([]);

const input = z.strictObject({
  Namespace: z
    .string()
    .min(1)
    .max(255)
    .refine((namespace) => !namespace.startsWith(':') && !namespace.startsWith('AWS/'), 'is reserved'),
  MetricData: z
    .array(
      z.strictObject({
        MetricName: z.string().min(1).max(255),
        Dimensions: dimensions,
        Timestamp: z.date().optional(),
        Value: number.optional(),
        Values: z.array(number).min(1).max(150).optional(),
        Counts: z.array(z.number().positive()).optional(),
        // Units are labels here: no request that we simulate selects by them.
        Unit: z.enum(StandardUnit).optional(),
        StorageResolution: z.union([z.literal(1), z.literal(60)]).default(60),
      }),
    )
    .min(1)
    .max(1_000),
});

type MetricDatum = z.output<typeof input>['MetricData'][number];

/** `PutMetricData` into one Region's store; every data point is traced with the call as its cause. */
export const putMetricData = (world: World, store: MetricStore) =>
  operation(PutMetricDataCommand, {
    latency: 'api.write',
    authorize: ({ Namespace }) => [
      {
        action: 'cloudwatch:PutMetricData',
        resource: '*',
        ...(Namespace !== undefined && { context: { 'cloudwatch:namespace': Namespace } }),
      },
    ],
    // The switches read this metric, so whoever publishes it moves users.
    effect: ({ MetricData = [] }) => {
      const on = MetricData.filter(({ MetricName, Value }) => MetricName === TRAFFIC_ON && Value === 1);
      const regions = on.flatMap(({ Dimensions = [] }) => Dimensions.filter(({ Name }) => Name === 'Region'));
      return on.length === 0 ? undefined : `traffic to ${regions.map(({ Value }) => Value).join(', ')}`;
    },
    run: (raw, call) => {
      const { Namespace, MetricData } = parseInput('PutMetricData', input, raw);
      const checked = MetricData.map((datum) => ({
        datum,
        atMs: timeOf(datum, world.clock.now()),
        values: valuesOf(datum),
      }));
      for (const { datum, atMs, values } of checked) {
        if (world.faults.metricMissed?.({ namespace: Namespace, name: datum.MetricName })) continue;
        const metric = {
          namespace: Namespace,
          name: datum.MetricName,
          dimensions: Object.fromEntries(datum.Dimensions.map(({ Name, Value }) => [Name, Value])),
        };
        storeDatum(world, store, {
          region: call.region,
          metric,
          atMs,
          values,
          resolutionSeconds: datum.StorageResolution,
          causes: [call.id],
        });
      }
      return {};
    },
  });

const valuesOf = ({ Value, Values, Counts }: MetricDatum): readonly { value: number; count: number }[] => {
  if ((Value === undefined) === (Values === undefined)) {
    throw invalidCombination('Exactly one of Value and Values must be given for each datum.');
  }
  if (Counts && Counts.length !== Values?.length) {
    throw invalidCombination('The parameters Values and Counts must have the same length.');
  }
  return (Values ?? [Value ?? NaN]).map((value, index) => ({ value, count: Counts?.[index] ?? 1 }));
};

const WEEK_MS = 7 * 86_400_000;

/** The datum's own time, at most two weeks ago and two hours ahead. */
const timeOf = ({ Timestamp }: MetricDatum, nowMs: number): number => {
  const atMs = Timestamp?.getTime() ?? nowMs;
  if (atMs >= nowMs - 2 * WEEK_MS && atMs <= nowMs + 2 * 3_600_000) return atMs;
  throw new InvalidParameterValueException({
    message: `The parameter MetricData.Timestamp ${new Date(atMs).toISOString()} must be within the last two weeks or the next two hours.`,
    $metadata: { httpStatusCode: 400 },
  });
};

const invalidCombination = (message: string) =>
  new InvalidParameterCombinationException({ message, $metadata: { httpStatusCode: 400 } });
