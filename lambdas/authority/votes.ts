import * as z from 'zod';
import type { Vote } from '../observation/vote';
import type { Region } from '../plan/plan';
import type { LagSample } from '../resources/kind';
import type { LastKnown, Replicas } from './replicas';
import { getItem, putItem, queryItems } from './table';

const lagSample: z.ZodType<LagSample> = z.object({
  resource: z.string(),
  from: z.string(),
  to: z.string(),
  seconds: z.number(),
  at: z.string(),
  notAfter: z.string().optional(),
});

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
      lastLoss: z.object({ since: z.string(), until: z.string() }).optional(),
      lastHealthyAt: z.string().optional(),
      because: z.string(),
      failing: z.array(z.string()),
    }),
  ),
  lags: z.array(lagSample),
  lagsInDoubt: z.array(lagSample).optional(),
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

/**
 * Casts an observer's vote; false when a later loop of the same observer has taken over. A vote that travelled for minutes
 * replaces none that the loop has cast since: what was seen then would be said to be seen last, and is no longer fresh (S1).
 */
export const castVote = async (replicas: Replicas, vote: Vote): Promise<boolean> => {
  const isCast = await putItem(
    replicas,
    { pk: 'vote', sk: vote.observer, ...vote },
    {
      ConditionExpression:
        'attribute_not_exists(generation) OR generation < :generation OR (generation = :generation AND #at < :at)',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: { ':generation': vote.generation, ':at': vote.at },
    },
  );
  if (isCast) return true;
  // This very vote may have arrived before, or one of the same loop that is newer.
  const last = loopItem.safeParse(await getItem(replicas, { pk: 'vote', sk: vote.observer })).data;
  return (last?.generation ?? 0) <= vote.generation;
};

const loopItem = z.object({ generation: z.int().positive() });

/** The number of the newest loop of its kind in a Region; 0 if there was none. Numbers, because clocks differ (S11). */
export const readGeneration = async (replicas: Replicas, loop: string, region: Region): Promise<number> => {
  const item = await getItem(replicas, { pk: `loop#${loop}`, sk: region });
  return loopItem.safeParse(item).data?.generation ?? 0;
};

/** Says that this loop is alive; false when a later one has taken over. */
export const claimLoop = (replicas: Replicas, loop: string, region: Region, generation: number): Promise<boolean> =>
  putItem(
    replicas,
    { pk: `loop#${loop}`, sk: region, generation },
    {
      ConditionExpression: 'attribute_not_exists(generation) OR generation <= :generation',
      ExpressionAttributeValues: { ':generation': generation },
    },
  );
