import { DescribeRuleCommand, DisableRuleCommand, EnableRuleCommand, RuleState } from '@aws-sdk/client-eventbridge';
import { onlyFields } from '../../not-simulated';
import { operation, type Call } from '../../operation';
import type { StandingRules } from '../standing-rules';

interface Input {
  readonly Name?: string;
  readonly EventBusName?: string;
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html */
const asks =
  (action: string) =>
  ({ Name, EventBusName = 'default' }: Input, { account, region }: Call) => [
    {
      action: `events:${action}`,
      resource: `arn:aws:events:${region}:${account}:rule/${EventBusName === 'default' ? '' : `${EventBusName}/`}${Name}`,
    },
  ];

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeRule.html */
export const describeRule = (rules: StandingRules) =>
  operation(DescribeRuleCommand, {
    latency: 'api.read',
    authorize: asks('DescribeRule'),
    run: (input, { region }) => {
      onlyFields('DescribeRule', input, ['Name', 'EventBusName']);
      const { name, bus, enabled } = rules.find(region, input.EventBusName, input.Name);
      return { Name: name, EventBusName: bus, State: enabled ? RuleState.ENABLED : RuleState.DISABLED };
    },
  });

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DisableRule.html */
export const disableRule = (rules: StandingRules) =>
  operation(DisableRuleCommand, {
    latency: 'api.write',
    authorize: asks('DisableRule'),
    effect: ({ Name }) => Name,
    run: (input, call) => set(rules, input, call, false),
  });

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EnableRule.html */
export const enableRule = (rules: StandingRules) =>
  operation(EnableRuleCommand, {
    latency: 'api.write',
    authorize: asks('EnableRule'),
    effect: ({ Name }) => Name,
    run: (input, call) => set(rules, input, call, true),
  });

const set = (rules: StandingRules, input: Input, { world, region, id }: Call, enabled: boolean) => {
  onlyFields(enabled ? 'EnableRule' : 'DisableRule', input, ['Name', 'EventBusName']);
  const rule = rules.find(region, input.EventBusName, input.Name);
  rule.enabled = enabled;
  world.trace.add({
    type: 'state',
    region,
    what: `rule ${rule.name} is ${enabled ? 'enabled' : 'disabled'}`,
    causes: [id],
  });
  return {};
};
