import * as z from 'zod';

/** What the business was promised. */
export const objectives = z
  .strictObject({
    rtoSeconds: z
      .int()
      .positive()
      .meta({
        description: 'RTO: how long users may go unserved, from the first failed request on.',
        examples: ['15m'],
      }),
    rpoSeconds: z
      .int()
      .nonnegative()
      .meta({ description: 'RPO: how many seconds of acknowledged writes a failover may lose.', examples: ['5m'] }),
  })
  .meta({ description: 'What the business was promised; rehearsals and reports are judged by it.' });
