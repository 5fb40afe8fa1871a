import * as z from 'zod';
import type { Facts } from '../../lambdas/decision/facts';
import { automation } from '../../lambdas/plan/sections/automation';

const vote = z.strictObject({
  observer: z.string(),
  says: z.enum(['healthy', 'down', 'unknown', 'abstains']),
  ageSeconds: z.number(),
  lastedSeconds: z.number(),
  because: z.string(),
});

const authority = z.strictObject({
  active: z.string(),
  epoch: z.int().nonnegative(),
  traffic: z.record(z.string(), z.boolean()),
  leader: z.strictObject({ run: z.string(), region: z.string(), since: z.string(), abandoned: z.boolean() }).optional(),
  killSwitch: z.strictObject({ by: z.string(), at: z.string() }).optional(),
  cooldownLeftSeconds: z.number(),
  movesToday: z.int().nonnegative(),
});

const question = z.strictObject({
  run: z.string(),
  isOurs: z.boolean(),
  says: z.enum(['open', 'yes', 'no']),
  because: z.string(),
  isOver: z.boolean(),
  stands: z.boolean(),
  acceptsLossSeconds: z.union([z.number().nonnegative(), z.literal('any')]),
});

/** Facts as an assessment records them; a field that no rule knows is refused, because it would change nothing. */
export const factsShape = z.strictObject({
  signal: z.strictObject({
    from: z.enum(['alarm', 'observer', 'person']),
    because: z.string(),
    acceptsLossSeconds: z.union([z.number().nonnegative(), z.literal('any')]).optional(),
  }),
  suspect: z.string(),
  target: z.string(),
  runSeconds: z.number(),
  automation,
  rpoSeconds: z.number().nonnegative(),
  quiet: z.strictObject({ until: z.string(), because: z.string() }).optional(),
  clock: z.strictObject({ because: z.string() }).optional(),
  authority: authority.optional(),
  question: question.optional(),
  votes: z.array(vote),
  targetVotes: z.array(vote),
  losses: z.array(
    z.strictObject({
      resource: z.string(),
      allowed: z.boolean(),
      boundSeconds: z.number().nonnegative().optional(),
      because: z.string(),
    }),
  ),
  readiness: z.array(
    z.strictObject({
      resource: z.string(),
      region: z.string().optional(),
      says: z.enum(['ready', 'not-ready', 'unknown']),
      because: z.string(),
    }),
  ),
  advice: z.array(z.strictObject({ because: z.string(), at: z.string(), ageSeconds: z.number() })).optional(),
}) satisfies z.ZodType<Facts>;
