import { z } from 'zod';
import type { Json } from '../../asl/json';
import { physicalName } from '../../deploy/physical-name';
import type { Placement } from '../../deploy/resource-type';
import { retryPolicy, type RetryPolicy } from '../eventbridge/deliver-with-retries';
import { NotSimulated } from '../not-simulated';
import { readExpression, type Recurrence } from './expression';

/** A schedule that starts its target again and again. */
export interface Schedule {
  readonly name: string;
  readonly region: string;
  readonly arn: string;
  readonly enabled: boolean;
  readonly recurs: Recurrence;
  readonly targetArn: string;
  readonly roleArn: string;
  /** What the target is started with; a text in it that is `SCHEDULED_TIME` becomes the time of the start. */
  readonly input: Json;
  readonly retryPolicy: RetryPolicy;
}

/**
 * Properties of `AWS::Scheduler::Schedule`. Without effect here: `Description`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-scheduler-schedule.html
 */
export const scheduleProperties = z.strictObject({
  Name: z.string().max(64).optional(),
  Description: z.string().optional(),
  GroupName: z.string().default('default'),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF') }),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.strictObject({
    Arn: z.string(),
    RoleArn: z.string(),
    Input: z.string({ error: 'Input is required: the notice that AWS sends without one is not simulated' }),
    RetryPolicy: retryPolicy,
  }),
});

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html */
export const SCHEDULED_TIME = '<aws.scheduler.scheduled-time>';

/** The schedule that a template's properties make. */
export const toSchedule = (properties: z.output<typeof scheduleProperties>, placement: Placement): Schedule => {
  const name = properties.Name ?? physicalName(placement);
  const { Arn, RoleArn, Input, RetryPolicy } = properties.Target;
  return {
    name,
    region: placement.region,
    arn: `arn:aws:scheduler:${placement.region}:${placement.account}:schedule/${properties.GroupName}/${name}`,
    enabled: properties.State === 'ENABLED',
    recurs: readExpression(properties.ScheduleExpression, properties.ScheduleExpressionTimezone),
    targetArn: Arn,
    roleArn: RoleArn,
    input: parseScheduleInput(name, Input),
    retryPolicy: RetryPolicy,
  };
};

const parseScheduleInput = (schedule: string, input: string): Json => {
  if (input.replaceAll(SCHEDULED_TIME, '').includes('<aws.scheduler.')) {
    throw new NotSimulated(
      `schedule ${schedule}: of the context attributes in Input, only ${SCHEDULED_TIME} is simulated`,
    );
  }
  try {
    return JSON.parse(input) as Json;
  } catch (cause) {
    throw new Error(`schedule ${schedule}: Input must be JSON, not ${input}`, { cause });
  }
};
