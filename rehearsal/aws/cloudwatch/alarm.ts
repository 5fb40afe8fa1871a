import { z } from 'zod';
import { physicalName } from '../../deploy/physical-name';
import type { Placement } from '../../deploy/resource-type';
import { tags } from '../tags';
import type { Evaluation } from './evaluate';
import { KEPT_MS, type Metric } from './metric-store';
import { STATISTICS, type Statistic } from './statistic';

/** A metric alarm as its template defines it. */
export interface Alarm extends Evaluation {
  readonly name: string;
  readonly region: string;
  readonly arn: string;
  readonly description?: string;
  readonly metric: Metric;
  readonly statistic: Statistic;
  readonly periodSeconds: number;
  readonly threshold: number;
  readonly comparison: Comparison;
}

/** How a value is compared with the threshold, in the words of the reason that CloudWatch gives. */
export const comparisons = {
  GreaterThanThreshold: { says: 'greater than', holds: (value: number, threshold: number) => value > threshold },
  GreaterThanOrEqualToThreshold: {
    says: 'greater than or equal to',
    holds: (value: number, threshold: number) => value >= threshold,
  },
  LessThanThreshold: { says: 'less than', holds: (value: number, threshold: number) => value < threshold },
  LessThanOrEqualToThreshold: {
    says: 'less than or equal to',
    holds: (value: number, threshold: number) => value <= threshold,
  },
} as const;

export type Comparison = keyof typeof comparisons;

/** No alarm action is simulated: an alarm speaks through the event that each change of its state emits. */
const noActions = z
  .array(z.string())
  .max(0, 'alarm actions are not simulated; let an EventBridge rule on the state change act instead')
  .optional();

/**
 * Properties of `AWS::CloudWatch::Alarm`. Without effect here: `ActionsEnabled` (there are no actions) and `Tags`
 * (nothing selects by them).
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html
 */
export const alarmProperties = z
  .strictObject({
    AlarmName: z.string().min(1).max(255).optional(),
    AlarmDescription: z.string().optional(),
    ActionsEnabled: z.boolean().optional(),
    AlarmActions: noActions,
    OKActions: noActions,
    InsufficientDataActions: noActions,
    Namespace: z.string().min(1),
    MetricName: z.string().min(1),
    Dimensions: z.array(z.strictObject({ Name: z.string(), Value: z.string() })).default([]),
    Statistic: z.enum(STATISTICS),
    Period: z
      .int()
      .refine(
        (seconds) => [10, 20, 30].includes(seconds) || (seconds > 0 && seconds % 60 === 0),
        'must be 10, 20, 30 or a multiple of 60 seconds',
      ),
    EvaluationPeriods: z.int().min(1),
    DatapointsToAlarm: z.int().min(1).optional(),
    Threshold: z.number(),
    ComparisonOperator: z.enum(Object.keys(comparisons) as Comparison[]),
    TreatMissingData: z.enum(['missing', 'ignore', 'breaching', 'notBreaching']).default('missing'),
    Tags: tags.optional(),
  })
  .refine(({ DatapointsToAlarm: m, EvaluationPeriods: n }) => (m ?? n) <= n, {
    path: ['DatapointsToAlarm'],
    message: 'must not be greater than EvaluationPeriods',
  })
  .refine(({ Period, EvaluationPeriods }) => Period * (EvaluationPeriods + 2) * 1_000 <= KEPT_MS, {
    path: ['EvaluationPeriods'],
    message: `an alarm that looks further back than ${KEPT_MS / 3_600_000} hours is not simulated`,
  });

/** The alarm that a template's properties make. */
export const toAlarm = (properties: z.output<typeof alarmProperties>, placement: Placement): Alarm => {
  const name = properties.AlarmName ?? physicalName(placement);
  return {
    name,
    region: placement.region,
    arn: `arn:aws:cloudwatch:${placement.region}:${placement.account}:alarm:${name}`,
    description: properties.AlarmDescription,
    metric: {
      namespace: properties.Namespace,
      name: properties.MetricName,
      dimensions: Object.fromEntries(properties.Dimensions.map(({ Name, Value }) => [Name, Value])),
    },
    statistic: properties.Statistic,
    periodSeconds: properties.Period,
    evaluationPeriods: properties.EvaluationPeriods,
    datapointsToAlarm: properties.DatapointsToAlarm ?? properties.EvaluationPeriods,
    threshold: properties.Threshold,
    comparison: properties.ComparisonOperator,
    treatMissingData: properties.TreatMissingData,
  };
};
