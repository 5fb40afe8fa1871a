import * as z from 'zod';
import { region } from './regions';

/** How one database is backed up. */
export const backup = z.strictObject({
  resource: z
    .string()
    .meta({ description: 'The name of an aurora-global resource of this plan.', examples: ['orders'] }),
  everySeconds: z
    .int()
    .positive()
    .meta({
      description: 'How often: a number of hours that divides the day, from midnight UTC on.',
      examples: ['6h'],
    }),
  copyTo: region.meta({
    description: 'The Region that gets a copy; while it is the one that writes, the first other Region gets it.',
    examples: ['us-west-2'],
  }),
  keepSeconds: z
    .int()
    .positive()
    .meta({ description: 'How long recovery points are kept; the newest good one always is.', examples: ['30d'] }),
});
