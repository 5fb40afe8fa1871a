import * as z from 'zod';

/** Where Route 53 writes down, in DNS, what its health checkers see of each Region (S1). */
export const witness = z
  .strictObject({
    zone: z
      .string()
      .regex(/^Z[A-Z0-9]+$/)
      .meta({
        description: 'HostedZoneId of the public zone that holds the records.',
        examples: ['Z0123456789EXAMPLE'],
      }),
    record: z.hostname().meta({
      description: 'TXT records are made below this name, one per Region: us-east-1.witness.shop.example.',
      examples: ['witness.shop.example'],
    }),
  })
  .meta({ description: 'One more observer, in no Region: Route 53 asks the first http check, from the internet.' });
