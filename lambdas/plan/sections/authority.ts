import * as z from 'zod';
import { region } from './regions';

const lease = z
  .strictObject({
    ttlSeconds: z
      .int()
      .positive()
      .default(120)
      .meta({ description: 'How long the active Region may write after its last renewal.', examples: ['120s'] }),
    renewSeconds: z
      .int()
      .positive()
      .default(15)
      .meta({ description: 'How often the active Region renews its lease.', examples: ['15s'] }),
    marginSeconds: z
      .int()
      .positive()
      .default(40)
      .meta({
        description: 'Write gates close this long before the lease ends: transaction, clock skew and pause fit in.',
        examples: ['40s'],
      }),
  })
  .prefault({})
  .meta({ description: 'Who holds the lease may write; see docs/glossary.md.' });

/** Where it is decided who may act, and for how long at a time (S11). */
export const authority = z
  .strictObject({
    regions: z.array(region).meta({
      description:
        'Three Regions for the authority table, observers and traffic switches, or one arbiter; cannot change later.',
      examples: [['us-east-1', 'us-east-2', 'us-west-2'], ['eu-central-1']],
    }),
    switches: z
      .array(region)
      .optional()
      .meta({
        description: 'Three Regions for the traffic switches, where they are not those of the authority.',
        examples: [['eu-north-1', 'eu-south-1', 'eu-central-1']],
      }),
    lease,
  })
  .meta({ description: 'Where it is decided who may act.' });
