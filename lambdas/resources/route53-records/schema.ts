import * as z from 'zod';

/** Weighted records that follow the traffic map: one per workload Region, each behind that Region's switch. */
export const route53Records = z.strictObject({
  kind: z
    .literal('route53-records')
    .meta({ description: 'Weighted records that lead users to the Region that serves.' }),
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .meta({ description: 'The name of this resource in evidence and messages.', examples: ['front'] }),
  zone: z
    .string()
    .regex(/^Z[A-Z0-9]+$/)
    .meta({ description: 'HostedZoneId of the zone that holds the records.', examples: ['Z0123456789EXAMPLE'] }),
  record: z
    .hostname()
    .meta({ description: 'The name that users look up; not the zone itself.', examples: ['www.shop.example'] }),
  value: z
    .string()
    .regex(/^[\w.{}-]+$/)
    .meta({
      description: 'The CNAME that is answered; {region} becomes the Region.',
      examples: ['{region}.shop.example'],
    }),
  ttlSeconds: z
    .int()
    .positive()
    .default(60)
    .meta({ description: 'How long resolvers keep the answer; part of every RTO.', examples: ['60s'] }),
});

export type Route53Records = z.output<typeof route53Records>;
