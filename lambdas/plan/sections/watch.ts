import * as z from 'zod';

/** What is watched between disasters, and from when on people hear of it. */
export const watch = z
  .strictObject({
    lagSeconds: z
      .int()
      .positive()
      .default(30)
      .meta({ description: 'How far a replica may fall behind before people are told.', examples: ['30s'] }),
  })
  .prefault({})
  .meta({ description: 'What is watched between disasters.' });
