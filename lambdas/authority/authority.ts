import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { askReplicas, type Replicas } from './replicas';

/** The key of the one item that says who may act. */
export const AUTHORITY_KEY = { pk: 'authority', sk: '-' } as const;

/** Who may act. One item per application, changed only by compare-and-set (S9). */
export const authorityItem = z.object({
  /** The Region whose writers are, or were last, allowed to write. */
  active: z.string(),
  /** Grows with every change of who may act (S10). */
  epoch: z.int().positive(),
  /** Absent while nobody may renew: a run has the lead and no gate is open yet. */
  lease: z
    .object({
      region: z.string(),
      renewal: z.int().nonnegative(),
      at: z.string(),
      /** A person lets its writers write until then, whoever renews; a takeover waits for it too (S14). */
      breakGlass: z.object({ until: z.string(), by: z.string(), reason: z.string() }).optional(),
    })
    .optional(),
  /** The run that has the lead. */
  run: z
    .object({
      name: z.string(),
      region: z.string(),
      from: z.string(),
      startedAt: z.string(),
      /** When one of its steps last worked; a run that has been silent for long is abandoned. */
      seenAt: z.string(),
      /** When its first effect beyond the lease was about to be made; starts the cool-down (S26). */
      effectAt: z.string().optional(),
      /** By the target's own clock, when the old Region's gates are closed for certain (S14). */
      oldGateClosedAt: z.string(),
      /** The votes that the lead was taken on (I6). */
      votes: z.array(z.object({ observer: z.string(), says: z.string(), since: z.string() })),
    })
    .optional(),
  /** Which Regions get users. */
  traffic: z.record(z.string(), z.boolean()),
  /** When automatic runs made their first effects, newest last; feeds the cool-down and the daily cap. */
  moves: z.array(z.string()),
  /** A person has seen the moves up to then: their cool-down is over (S26). */
  acknowledged: z.object({ by: z.string(), at: z.string() }).optional(),
  /** Present: nothing new may be done (S27). */
  killSwitch: z.object({ by: z.string(), at: z.string() }).optional(),
  /** Who wrote last; lets a writer recognise its own write after a time-out. */
  nonce: z.string(),
});

export type AuthorityItem = z.output<typeof authorityItem>;

/** Reads the item with strong consistency; undefined when nobody has initialised it. */
export const readAuthority = async (replicas: Replicas): Promise<AuthorityItem | undefined> => {
  const { Item } = await askReplicas(replicas, (client) =>
    client.send(new GetCommand({ TableName: replicas.table, Key: AUTHORITY_KEY, ConsistentRead: true })),
  );
  return Item === undefined ? undefined : authorityItem.parse(Item);
};
