import { z } from 'zod';

/** Weighted records that follow the traffic map: one per workload Region, each behind that Region's switch. */
export const route53Records = z.strictObject({
  kind: z.literal('route53-records'),
  name: z.string().meta({ description: 'The name of this resource in evidence and messages.' }),
  zone: z.string().meta({ description: 'HostedZoneId.' }),
  record: z.string().meta({ description: 'The name that users look up.' }),
  value: z.string().meta({ description: 'The CNAME answered; {region} becomes the Region.' }),
  ttlSeconds: z.int().positive().default(60),
});

export type Route53Records = z.output<typeof route53Records>;
