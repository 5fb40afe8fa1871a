import * as z from 'zod';

/** Who says yes where a person has to, and for how long they are asked. */
export const approval = z
  .strictObject({
    roles: z
      .array(z.string().regex(/^[a-z][a-z0-9-]{0,19}$/))
      .min(1)
      .default(['operations'])
      .meta({
        description:
          'Who may answer. Each role gets a state machine of its own, so that IAM tells who holds it; lower-case letters, digits and hyphens.',
        examples: [['operations', 'security']],
      }),
    people: z
      .int()
      .min(1)
      .default(1)
      .meta({ description: 'How many roles must say yes; one no is enough to stay.', examples: [2] }),
    expiresSeconds: z
      .int()
      .min(60)
      .max(7_200)
      .default(1_800)
      .meta({
        description: 'How long a question stands; on silence nothing moves, and people are told so.',
        examples: ['30m'],
      }),
  })
  .prefault({})
  .meta({ description: 'Who is asked where only a person may decide.' });
