import * as z from 'zod';
import type { LastKnown, Replicas } from './replicas';
import { getItem } from './table';

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
    })
    .optional(),
  /**
   * A person lets the writers of this Region write until then, whoever renews or leads; whoever takes over from it waits for
   * that, too (S14). It outlives leases and runs, because an undo or a crash closes no gate.
   */
  breakGlass: z.object({ region: z.string(), until: z.string(), by: z.string(), reason: z.string() }).optional(),
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
      /** The lease that the move took away; absent where nobody held one. */
      lastRenewal: z.object({ epoch: z.int(), renewal: z.int(), at: z.string() }).optional(),
      /** The runs whose move this one goes on with, the first one first; they died with their Regions (S26). */
      continues: z.array(z.object({ name: z.string(), region: z.string() })).optional(),
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
  /** What people are, or were last, asked, and what they have said: at most one question at a time. */
  question: z
    .object({
      run: z.string(),
      region: z.string(),
      /** The Region that would be left. */
      from: z.string(),
      because: z.string(),
      /** The loss of writes that a yes accepts; `any` where nobody knows how much it is (S15). */
      acceptsLossSeconds: z.union([z.number(), z.literal('any')]),
      /** How many roles must say yes. */
      people: z.int().positive(),
      askedAt: z.string(),
      /** Until when it may be answered. */
      expiresAt: z.string(),
      /** Until when it keeps others from asking: the run that asked must have found the silence first, and told of it. */
      standsUntil: z.string(),
      /** Wakes the run that asks. https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token */
      token: z.string(),
      /** By role. */
      answers: z.record(
        z.string(),
        z.object({ says: z.enum(['yes', 'no']), reason: z.string(), by: z.string(), at: z.string() }),
      ),
    })
    .optional(),
  /** Who wrote last; lets a writer recognise its own write after a time-out. */
  nonce: z.string(),
});

export type AuthorityItem = z.output<typeof authorityItem>;

/** Reads the item, with strong consistency unless it is only to be told of; undefined when nobody has initialised it. */
export const readAuthority = async (replicas: Replicas | LastKnown): Promise<AuthorityItem | undefined> => {
  const item = await getItem(replicas, AUTHORITY_KEY);
  return item && authorityItem.parse(item);
};
