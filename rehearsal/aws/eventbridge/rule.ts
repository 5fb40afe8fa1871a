import { z } from 'zod';
import { physicalName } from '../../deploy/physical-name';
import type { Placement } from '../../deploy/resource-type';
import { tags } from '../tags';
import { retryPolicy, type RetryPolicy } from './deliver-with-retries';
import { compilePattern, type Pattern } from './pattern';

/** A rule on the default bus of a Region. */
export interface Rule {
  readonly name: string;
  readonly region: string;
  readonly arn: string;
  readonly enabled: boolean;
  readonly matches: Pattern;
  readonly targets: readonly Target[];
}

export interface Target {
  readonly arn: string;
  readonly roleArn?: string;
  readonly retryPolicy: RetryPolicy;
}

/**
 * Properties of `AWS::Events::Rule`. Events are handed over as they are, so no target may have `Input`, `InputPath` or
 * `InputTransformer`. Without effect here: `Description`, a target's `Id`, and `Tags` (nothing selects by them).
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html
 */
export const ruleProperties = z.strictObject({
  Name: z.string().max(64).optional(),
  Description: z.string().optional(),
  EventBusName: z.literal('default').optional(),
  EventPattern: z.record(z.string(), z.json(), {
    error: 'a rule needs an EventPattern; rules on a schedule are not simulated (use AWS::Scheduler::Schedule)',
  }),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z
    .array(
      z.strictObject({
        Id: z.string(),
        Arn: z.string(),
        RoleArn: z.string().optional(),
        RetryPolicy: retryPolicy,
      }),
    )
    .max(5, 'a rule has at most five targets')
    .default([]),
  Tags: tags.optional(),
});

/** The rule that a template's properties make; throws where `PutRule` or `PutTargets` would refuse it. */
export const toRule = (properties: z.output<typeof ruleProperties>, placement: Placement): Rule => {
  const name = properties.Name ?? physicalName(placement);
  for (const { Arn, RoleArn } of properties.Targets) refuseBadTarget(name, placement.region, Arn, RoleArn);
  return {
    name,
    region: placement.region,
    arn: `arn:aws:events:${placement.region}:${placement.account}:rule/${name}`,
    enabled: properties.State === 'ENABLED',
    matches: compilePattern(properties.EventPattern),
    targets: properties.Targets.map(({ Arn, RoleArn, RetryPolicy }) => ({
      arn: Arn,
      roleArn: RoleArn,
      retryPolicy: RetryPolicy,
    })),
  };
};

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html */
const refuseBadTarget = (rule: string, region: string, arn: string, roleArn: string | undefined): void => {
  const [, , service, targetRegion] = arn.split(':');
  if (service === 'events') return refuseBadBus(rule, region, arn, roleArn);
  if (service !== 'states' && service !== 'lambda') {
    throw new Error(
      `rule ${rule}: target ${arn} is not simulated; allowed are state machines, functions and event buses`,
    );
  }
  if (targetRegion !== region) {
    throw new Error(`rule ${rule}: target ${arn} must be in the rule's own Region ${region}`);
  }
  if (service === 'states' && roleArn === undefined) {
    throw new Error(`rule ${rule}: RoleArn is required for target ${arn}`);
  }
};

/**
 * A rule on a default bus may send to that of another Region, and needs a role for it.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html
 */
const refuseBadBus = (rule: string, region: string, arn: string, roleArn: string | undefined): void => {
  if (!arn.endsWith(':event-bus/default')) throw new Error(`rule ${rule}: ${arn}: only default buses are simulated`);
  if (arn.split(':')[3] === region) throw new Error(`rule ${rule}: target ${arn} is the rule's own bus`);
  if (roleArn === undefined) throw new Error(`rule ${rule}: RoleArn is required for target ${arn}`);
};
