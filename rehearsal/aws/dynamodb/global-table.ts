import { z } from 'zod';
import { tags } from '../tags';
import type { TableDefinition } from './replicated-table';

/**
 * The sets of Regions within which a table can be strongly consistent.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html
 */
const REGION_SETS = [
  ['us-east-1', 'us-east-2', 'us-west-2'],
  ['eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-central-1'],
  ['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
];

const neverWithStrongConsistency = z
  .undefined({ error: 'is not allowed on a table with multi-Region strong consistency; remove it' })
  .optional();

const replica = z.strictObject({
  Region: z.string(),
  // Backups are of no use to a rehearsal, which never loses a table.
  PointInTimeRecoverySpecification: z
    .strictObject({ PointInTimeRecoveryEnabled: z.boolean(), RecoveryPeriodInDays: z.number().optional() })
    .optional(),
  // Nobody deletes a table in a rehearsal.
  DeletionProtectionEnabled: z.boolean().optional(),
  Tags: tags.optional(),
});

/** The properties of `AWS::DynamoDB::GlobalTable`, of which only those are simulated that are strongly consistent, or have no second replica (S9). */
export const globalTableProperties = z
  .strictObject({
    TableName: z.string().min(3).max(255),
    MultiRegionConsistency: z
      .literal('STRONG', {
        error: 'only STRONG is simulated, because a lease never lives in an eventually consistent table',
      })
      .optional(),
    AttributeDefinitions: z.array(z.strictObject({ AttributeName: z.string(), AttributeType: z.literal('S') })),
    KeySchema: z.tuple([
      z.strictObject({ AttributeName: z.string(), KeyType: z.literal('HASH') }),
      z.strictObject({ AttributeName: z.string(), KeyType: z.literal('RANGE') }),
    ]),
    Replicas: z.array(replica),
    // Capacity on demand: throttling is injected by scenarios, not computed.
    BillingMode: z.literal('PAY_PER_REQUEST'),
    // Encryption with keys that DynamoDB or AWS owns asks no permission of the caller.
    SSESpecification: z.strictObject({ SSEEnabled: z.boolean(), SSEType: z.literal('KMS').optional() }).optional(),
    // CDK sets it on every global table; nobody reads the stream.
    StreamSpecification: z.strictObject({ StreamViewType: z.string() }).optional(),
    TimeToLiveSpecification: neverWithStrongConsistency,
    LocalSecondaryIndexes: neverWithStrongConsistency,
  })
  .superRefine(({ AttributeDefinitions, KeySchema, MultiRegionConsistency, Replicas }, context) => {
    const problem = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const regions = Replicas.map(({ Region }) => Region);
    if (MultiRegionConsistency === undefined) {
      if (regions.length !== 1)
        problem('MultiRegionConsistency', `must be STRONG where there are several replicas (${regions.join(', ')})`);
    } else if (new Set(regions).size !== 3 || regions.length !== 3)
      problem('Replicas', `strong consistency needs exactly three Regions, not ${regions.join(', ')}`);
    else if (!REGION_SETS.some((set) => regions.every((region) => set.includes(region))))
      problem(
        'Replicas',
        `${regions.join(', ')} are not of one set; allowed are ${REGION_SETS.map((set) => set.join('/')).join(' or ')}`,
      );
    const keys = KeySchema.map(({ AttributeName }) => AttributeName);
    const defined = AttributeDefinitions.map(({ AttributeName }) => AttributeName);
    if ([...keys].sort().join() !== [...defined].sort().join())
      problem('AttributeDefinitions', `must define exactly the key attributes ${keys.join(', ')}`);
  });

/** What a template's table is, once its properties are known to be right. */
export const tableDefinition = (properties: z.output<typeof globalTableProperties>): TableDefinition => ({
  name: properties.TableName,
  key: { partition: properties.KeySchema[0].AttributeName, sort: properties.KeySchema[1].AttributeName },
  regions: properties.Replicas.map(({ Region }) => Region),
});
