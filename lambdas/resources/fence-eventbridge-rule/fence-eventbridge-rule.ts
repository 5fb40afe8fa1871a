import {
  DescribeRuleCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  EventBridgeClient,
} from '@aws-sdk/client-eventbridge';
import * as z from 'zod';
import { fenceBy, type Place } from '../fence-by';
import { onceFree } from '../once-free';
import type { FenceEventbridgeRule } from './schema';

const before = z.object({ enabled: z.array(z.string()) });

type Was = z.output<typeof before>;

/**
 * A disabled rule goes on matching for "a short period of time", which AWS does not name; assumed, half a minute.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DisableRule.html
 */
const SETTLES_SECONDS = 30;

/**
 * Disables rules. What they matched before may still be delivered, for as long as each target's retry policy says, so it
 * stops a flow and is no promise about its last drops (docs/kinds.md).
 */
export const fenceEventbridgeRuleKind = fenceBy<FenceEventbridgeRule, Was>({
  before,
  async look({ rules, bus }, at) {
    const stands = await Promise.all(rules.map((rule) => describe(rule, bus, at)));
    const enabled = stands.filter(({ isEnabled }) => isEnabled).map(({ rule }) => rule);
    return {
      closed: enabled.length === 0,
      drainSeconds: SETTLES_SECONDS,
      now: { enabled },
      because: `${rules.length - enabled.length} of ${rules.length} rules are disabled`,
    };
  },
  async close({ bus }, { enabled }, { limits, outside }) {
    const client = outside.aws(EventBridgeClient, limits);
    const disable = (Name: string) => client.send(new DisableRuleCommand({ Name, EventBusName: bus }));
    await Promise.all(enabled.map((rule) => onceFree(() => disable(rule), outside.clock)));
  },
  async reopen({ bus }, { enabled }, { limits, outside }) {
    const client = outside.aws(EventBridgeClient, limits);
    const enable = (Name: string) => client.send(new EnableRuleCommand({ Name, EventBusName: bus }));
    await Promise.all(enabled.map((rule) => onceFree(() => enable(rule), outside.clock)));
  },
});

const describe = async (rule: string, bus: string, { region, limits, outside }: Place) => {
  const { State } = await outside
    .aws(EventBridgeClient, limits)
    .send(new DescribeRuleCommand({ Name: rule, EventBusName: bus }));
  if (State !== 'ENABLED' && State !== 'DISABLED')
    throw new Error(`${rule} in ${region} is ${State}; only ENABLED and DISABLED can be put back`);
  return { rule, isEnabled: State === 'ENABLED' };
};
