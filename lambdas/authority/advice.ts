import * as z from 'zod';
import type { Region } from '../plan/plan';
import type { Replicas } from './replicas';
import { putItem, queryItems } from './table';

/** What AWS itself says of a service in a Region. It is for people: no rule reads it (S4). */
export interface Advice {
  readonly region: Region;
  readonly service: string;
  /** When it was said, ISO 8601. */
  readonly at: string;
  /** Whether AWS says that the issue goes on. */
  readonly open: boolean;
  readonly because: string;
}

const adviceItem: z.ZodType<Advice> = z.object({
  region: z.string(),
  service: z.string(),
  at: z.string(),
  open: z.boolean(),
  because: z.string(),
});

/** Notes the newest advice on each service in each Region; an older event that comes later changes nothing (S4). */
export const noteAdvice = async (replicas: Replicas, advice: Advice): Promise<void> => {
  const item = { pk: 'advice', sk: `${advice.region}#${advice.service}`, ...advice };
  await putItem(replicas, item, {
    ConditionExpression: 'attribute_not_exists(#at) OR #at <= :at',
    ExpressionAttributeNames: { '#at': 'at' },
    ExpressionAttributeValues: { ':at': advice.at },
  });
};

/** What AWS said last of each service in a Region; an item that cannot be read says nothing. */
export const readAdvice = async (replicas: Replicas, region: Region): Promise<Advice[]> => {
  const items = await queryItems(replicas, {
    KeyConditionExpression: 'pk = :advice AND begins_with(sk, :region)',
    values: { ':advice': 'advice', ':region': `${region}#` },
  });
  return items.flatMap((item) => adviceItem.safeParse(item).data ?? []);
};
