import * as z from 'zod';

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateGlobalCluster.html: letters, digits, single hyphens. */
const identifier = /^[A-Za-z](-?[A-Za-z0-9])*$/;

/** An Aurora Global Database: one cluster per workload Region, one of which writes. */
export const auroraGlobal = z.strictObject({
  kind: z.literal('aurora-global').meta({ description: 'An Aurora Global Database; its promotion moves the writes.' }),
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .meta({ description: 'The name of this resource in evidence and messages.', examples: ['orders'] }),
  globalCluster: z
    .string()
    .regex(identifier)
    .max(63)
    .meta({ description: 'GlobalClusterIdentifier of the global database.', examples: ['webshop-orders'] }),
  clusters: z.record(z.string(), z.string().regex(identifier).max(63)).meta({
    description: 'DBClusterIdentifier by Region, one for each Region of the plan.',
    examples: [{ 'us-east-1': 'webshop-orders-use1', 'us-west-2': 'webshop-orders-usw2' }],
  }),
  allowDataLoss: z
    .boolean()
    .default(false)
    .meta({
      description: 'Whether a failover may lose writes, at most those within objectives.rpo.',
      examples: [true],
    }),
});

export type AuroraGlobal = z.output<typeof auroraGlobal>;
