import { z } from 'zod';

/** An Aurora Global Database: one cluster per workload Region, one of which writes. */
export const auroraGlobal = z.strictObject({
  kind: z.literal('aurora-global'),
  name: z.string().meta({ description: 'The name of this resource in evidence and messages.' }),
  globalCluster: z.string().meta({ description: 'GlobalClusterIdentifier.' }),
  clusters: z.record(z.string(), z.string()).meta({ description: 'DBClusterIdentifier by Region.' }),
  allowDataLoss: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether a failover may lose writes within objectives.rpo (S15).' }),
});

export type AuroraGlobal = z.output<typeof auroraGlobal>;
