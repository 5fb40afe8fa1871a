import * as z from 'zod';

/** How much may be done without a person. */
export const automation = z
  .strictObject({
    mode: z.enum(['observe', 'approve', 'automatic']).default('observe').meta({
      description: 'observe: only watch and report; approve: a person says yes; automatic: move without being asked.',
    }),
    // A vote counts for 45 s (S1): a shorter loss could be read from votes of before it ended.
    sustainedSeconds: z
      .int()
      .min(45)
      .default(90)
      .meta({ description: 'How long a Region must be lost before anything is decided.', examples: ['90s'] }),
    cooldownSeconds: z
      .int()
      .positive()
      .default(3_600)
      .meta({ description: 'After a move, nothing moves by itself for this long.', examples: ['60m'] }),
    maxPerDay: z
      .int()
      .positive()
      .default(2)
      .meta({ description: 'At most this many automatic moves in 24 hours.', examples: [2] }),
  })
  .prefault({})
  .meta({ description: 'How much Understudy may do by itself.' });
