import type { Json } from '../../asl/json';
import { resourceType } from '../../deploy/resource-type';
import type { World } from '../../world/world';
import type { Event, EventBridge } from '../cloud';
import { drawMs } from '../latencies';
import type { Deliver } from './deliver';
import { deliverWithRetries } from './deliver-with-retries';
import { ruleProperties, toRule, type Rule, type Target } from './rule';

/** The default event bus of every Region; matched events reach their targets through `deliver`. */
export const createEventBridge = (world: World, account: string, deliver: Deliver): EventBridge => {
  const rules: Rule[] = [];

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
      void deliverWithRetries(world, deliver, delivery, target.retryPolicy);
    });

  const lose = (region: string, { name }: Rule, causes: readonly string[]) =>
    void world.trace.add({ type: 'fault', region, what: `the event for rule ${name} is dropped`, causes });

  return {
    operations: [],
    resourceTypes: [
      resourceType('AWS::Events::Rule', ruleProperties, (properties, placement) => {
        const rule = toRule(properties, { ...placement, account });
        rules.push(rule);
        return { ref: rule.name, attributes: { Arn: rule.arn } };
      }),
    ],
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
