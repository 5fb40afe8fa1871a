import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Vote } from '../observation/vote';
import type { Region } from '../plan/plan';
import { queryItems } from './query-items';
import { askReplicas, type LastKnown, type Replicas } from './replicas';
import { unlessRefused } from './unless-refused';

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
    ExpressionAttributeValues: { ':vote': 'vote' },
  });
  return items.flatMap((item) => voteItem.safeParse(item).data ?? []);
};

/** What an observer said last, in this loop or an earlier one; undefined if it never voted. */
export const readVote = async (replicas: Replicas, observer: Region): Promise<Vote | undefined> => {
  const { Item } = await askReplicas(replicas, (client) =>
    client.send(new GetCommand({ TableName: replicas.table, Key: { pk: 'vote', sk: observer }, ConsistentRead: true })),
  );
  return voteItem.safeParse(Item).data;
};

/** Casts an observer's vote; false when a later loop of the same observer has taken over. */
export const castVote = (replicas: Replicas, vote: Vote): Promise<boolean> =>
  putUnlessSuperseded(replicas, { pk: 'vote', sk: vote.observer, ...vote });

const putUnlessSuperseded = async (
  replicas: Replicas,
  item: Readonly<Record<string, unknown>> & { readonly generation: number },
): Promise<boolean> => {
  const written = await unlessRefused(
    askReplicas(replicas, (client) =>
      client.send(
        new PutCommand({
          TableName: replicas.table,
          Item: item,
          ConditionExpression: 'attribute_not_exists(generation) OR generation <= :generation',
          ExpressionAttributeValues: { ':generation': item.generation },
        }),
      ),
    ),
  );
  return written !== undefined;
};

const loopItem = z.object({ generation: z.int().positive() });

/** The number of the newest loop of its kind in a Region; 0 if there was none. Numbers, because clocks differ (S11). */
export const readGeneration = async (replicas: Replicas, loop: string, region: Region): Promise<number> => {
  const Key = { pk: `loop#${loop}`, sk: region };
  const { Item } = await askReplicas(replicas, (client) =>
    client.send(new GetCommand({ TableName: replicas.table, Key, ConsistentRead: true })),
  );
  return loopItem.safeParse(Item).data?.generation ?? 0;
};

/** Says that this loop is alive; false when a later one has taken over. */
export const claimLoop = (replicas: Replicas, loop: string, region: Region, generation: number): Promise<boolean> =>
  putUnlessSuperseded(replicas, { pk: `loop#${loop}`, sk: region, generation });
