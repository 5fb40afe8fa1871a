import * as z from 'zod';
import type { Vote } from '../observation/vote';
import type { Region } from '../plan/plan';
import type { LastKnown, Replicas } from './replicas';
import { getItem, putItem, queryItems, type Item } from './table';

const voteItem: z.ZodType<Vote> = z.object({
  observer: z.string(),
  generation: z.int().positive(),
  at: z.string(),
  opinions: z.array(
    z.object({
      region: z.string(),
      says: z.enum(['healthy', 'down', 'unknown', 'abstains']),
      since: z.string(),
      loss: z
        .object({ since: z.string(), goodLooks: z.int().nonnegative(), goodSince: z.string().optional() })
        .optional(),
      lastHealthyAt: z.string().optional(),
      healthyAgainSince: z.string().optional(),
      because: z.string(),
      failing: z.array(z.string()),
    }),
  ),
  lags: z.array(
    z.object({
      resource: z.string(),
      from: z.string(),
      to: z.string(),
      seconds: z.number(),
      at: z.string(),
      notAfter: z.string().optional(),
    }),
  ),
  leaseSeen: z.object({ epoch: z.int(), renewal: z.int(), at: z.string() }).optional(),
  witness: z
    .array(
      z.object({
        region: z.string(),
        says: z.enum(['healthy', 'down', 'unknown']),
        since: z.string(),
        lastHealthyAt: z.string().optional(),
      }),
    )
    .optional(),
});

/** All votes, however old; one that cannot be read says nothing, and keeps nobody from reading the others (S3). */
export const readVotes = async (replicas: Replicas | LastKnown): Promise<Vote[]> => {
  const items = await queryItems(replicas, {
    KeyConditionExpression: 'pk = :vote',
    values: { ':vote': 'vote' },
  });
  return items.flatMap((item) => voteItem.safeParse(item).data ?? []);
};

/** What an observer said last, in this loop or an earlier one; undefined if it never voted. */
export const readVote = async (replicas: Replicas, observer: Region): Promise<Vote | undefined> =>
  voteItem.safeParse(await getItem(replicas, { pk: 'vote', sk: observer })).data;

/** Casts an observer's vote; false when a later loop of the same observer has taken over. */
export const castVote = (replicas: Replicas, vote: Vote): Promise<boolean> =>
  putUnlessSuperseded(replicas, { pk: 'vote', sk: vote.observer, ...vote });

const putUnlessSuperseded = (replicas: Replicas, item: Item & { readonly generation: number }): Promise<boolean> =>
  putItem(replicas, item, {
    ConditionExpression: 'attribute_not_exists(generation) OR generation <= :generation',
    ExpressionAttributeValues: { ':generation': item.generation },
  });

const loopItem = z.object({ generation: z.int().positive() });

/** The number of the newest loop of its kind in a Region; 0 if there was none. Numbers, because clocks differ (S11). */
export const readGeneration = async (replicas: Replicas, loop: string, region: Region): Promise<number> => {
  const item = await getItem(replicas, { pk: `loop#${loop}`, sk: region });
  return loopItem.safeParse(item).data?.generation ?? 0;
};

/** Says that this loop is alive; false when a later one has taken over. */
export const claimLoop = (replicas: Replicas, loop: string, region: Region, generation: number): Promise<boolean> =>
  putUnlessSuperseded(replicas, { pk: `loop#${loop}`, sk: region, generation });
