import type { Json } from '../../asl/json';
import { resourceType } from '../../deploy/resource-type';
import type { World } from '../../world/world';
import type { Event, EventBridge } from '../services/signals';
import { drawMs } from '../latencies';
import type { Deliver, Delivery } from './deliver';
import { deliverWithRetries, retryPolicy } from './deliver-with-retries';
import { describeRule, disableRule, enableRule } from './operations/rules';
import { createStandingRules } from './standing-rules';
import { ruleProperties, toRule, type Rule, type Target } from './rule';

/** The default event bus of every Region; matched events reach their targets through `deliver`. */
export const createEventBridge = (world: World, account: string, deliver: Deliver): EventBridge => {
  const rules: Rule[] = [];
  const delivered: Delivery[] = [];

  const callTarget = (rule: Rule, target: Target, event: Event, causes: readonly string[], lateMs: number) =>
    world.clock.after(drawMs(world, 'events.delivery') + lateMs, () => {
      const delivery = {
        targetArn: target.arn,
        roleArn: target.roleArn,
        service: 'events.amazonaws.com',
        sourceArn: rule.arn,
        region: rule.region,
        input: asJson(event),
        causes,
      } as const;
      delivered.push(delivery);
      void deliverWithRetries(world, deliver, delivery, target.retryPolicy);
    });

  const lose = (region: string, { name }: Rule, causes: readonly string[]) =>
    void world.trace.add({ type: 'fault', region, what: `the event for rule ${name} is dropped`, causes });

  const standing = createStandingRules();
  return {
    client: 'EventBridgeClient',
    operations: [describeRule(standing), disableRule(standing), enableRule(standing)],
    adoptRule: (region, bus, name) => standing.add({ region, bus, name, enabled: true }),
    isEnabled: (region, bus, name) => standing.find(region, bus, name).enabled,
    resourceTypes: [
      resourceType('AWS::Events::Rule', ruleProperties, (properties, placement) => {
        const rule = toRule(properties, { ...placement, account });
        rules.push(rule);
        return { ref: rule.name, attributes: { Arn: rule.arn } };
      }),
    ],
    delivered,
    redeliver: (delivery, causes) =>
      void deliverWithRetries(world, deliver, { ...delivery, causes }, retryPolicy.parse(undefined)),
    get rules() {
      return rules.map(({ region, name, enabled, targets }) => ({ region, name, enabled, targets: targets.length }));
    },
    emit: (region, event, causes) => {
      // A dead Region's bus neither takes nor gives.
      if (!world.network.alive(region)) return;
      const what = `${event['detail-type']} ${event.resources.join(', ')}`;
      const id = world.trace.add({ type: 'event', region, what, event: event.id, causes });
      for (const rule of rules) {
        if (rule.region !== region || !rule.enabled || !rule.matches(asJson(event))) continue;
        if (rule.targets.length === 0) {
          world.trace.add({ type: 'fault', region, what: `rule ${rule.name} matched and has no target`, causes: [id] });
        }
        for (const target of rule.targets) {
          const copies = world.faults.eventCopies?.() ?? [0];
          if (copies.length === 0) lose(region, rule, [id]);
          for (const lateMs of copies) callTarget(rule, target, event, [id], lateMs);
        }
      }
    },
  };
};

/** An event is JSON by construction; its type merely names the fields. */
const asJson = (event: Event): Json => ({ ...event });
