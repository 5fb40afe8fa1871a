import { z } from 'zod';
import type { World } from '../../world/world';
import type { Deliver, Delivery } from './deliver';

/**
 * A target's `RetryPolicy` with AWS's defaults, the same for rules and schedules.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html
 */
export const retryPolicy = z
  .strictObject({
    MaximumEventAgeInSeconds: z.int().min(60).max(86_400).default(86_400),
    MaximumRetryAttempts: z.int().min(0).max(185).default(185),
  })
  .prefault({});

export type RetryPolicy = z.output<typeof retryPolicy>;

/**
 * Delivers at least once, or traces why not. A rejection that time cannot heal (no permission, no such target) ends the
 * attempts; any other is tried again, later and later, within the policy. A dead Region attempts nothing.
 */
export const deliverWithRetries = async (
  world: World,
  deliver: Deliver,
  delivery: Delivery,
  policy: RetryPolicy,
): Promise<void> => {
  const { clock, network, trace } = world;
  const random = world.random(`retry ${delivery.sourceArn}`);
  const deadlineMs = clock.now() + policy.MaximumEventAgeInSeconds * 1_000;
  for (let attempt = 0; ; attempt++) {
    const fault = network.alive(delivery.region) ? await faultOf(deliver(delivery)) : new RegionIsDead(delivery.region);
    if (!fault) return;
    const waitMs = backoffMs(attempt, random);
    const givesUp = isFinal(fault) || attempt >= policy.MaximumRetryAttempts || clock.now() + waitMs > deadlineMs;
    trace.add({
      type: 'fault',
      region: delivery.region,
      what: `${delivery.sourceArn} did not reach ${delivery.targetArn}: ${fault.name}: ${fault.message}`,
      next: givesUp ? 'given up' : `again in ${Math.round(waitMs / 1_000)} s`,
      causes: delivery.causes,
    });
    if (givesUp) return;
    await clock.sleep(waitMs);
  }
};

class RegionIsDead extends Error {
  override readonly name = 'RegionIsDead';
}

const faultOf = async (attempt: Promise<void>): Promise<Error | undefined> => {
  try {
    await attempt;
    return undefined;
  } catch (fault) {
    return fault instanceof Error ? fault : new Error(String(fault));
  }
};

/**
 * Missing permissions and missing targets are not retried.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 */
const isFinal = ({ name }: Error): boolean =>
  [
    'NotAuthorized',
    'AccessDenied',
    'AccessDeniedException',
    'ResourceNotFoundException',
    'StateMachineDoesNotExist',
  ].includes(name);

/**
 * "Exponential back off and jitter": AWS gives no numbers. Doubling from a second to ten minutes is assumed, because 185
 * attempts then fill the 24 hours.
 */
const backoffMs = (attempt: number, random: () => number): number =>
  Math.round(Math.min(2 ** attempt, 600) * 1_000 * (0.5 + random() / 2));
