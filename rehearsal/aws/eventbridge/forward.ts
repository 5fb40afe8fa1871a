import { z } from 'zod';
import type { World } from '../../world/world';
import type { Iam } from '../services/security';
import type { Event, EventBridge } from '../services/signals';
import { NotAuthorized } from '../iam/not-authorized';
import { drawMs } from '../latencies';
import type { Delivery } from './deliver';

const envelope: z.ZodType<Event> = z.strictObject({
  version: z.string(),
  id: z.string(),
  'detail-type': z.string(),
  source: z.string(),
  account: z.string(),
  time: z.string(),
  region: z.string(),
  resources: z.array(z.string()),
  detail: z.json(),
});

/** The bus of another Region does not answer; the rule tries again. */
class BusUnreachable extends Error {
  override readonly name = 'BusUnreachable';
}

/**
 * Puts an event on the bus of another Region, unchanged: it goes on telling the Region in which it arose.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html
 */
export const forward = async (
  world: World,
  iam: Pick<Iam, 'judge'>,
  events: Pick<EventBridge, 'emit'>,
  { targetArn, roleArn, region, input, causes }: Delivery,
): Promise<void> => {
  const to = targetArn.split(':')[3] ?? '';
  if (roleArn === undefined || iam.judge(roleArn, 'events:PutEvents', targetArn) !== 'allowed') {
    throw new NotAuthorized(roleArn ?? 'events.amazonaws.com', 'events:PutEvents', targetArn);
  }
  await world.clock.sleep(drawMs(world, 'network.between-regions'));
  if (!world.network.reaches(region, to)) throw new BusUnreachable(`${to} cannot be reached from ${region}`);
  events.emit(to, envelope.parse(input), causes);
};
