import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDb } from '../../../../rehearsal/aws/services/storage';
import { createDynamoDb } from '../../../../rehearsal/aws/dynamodb/create-dynamodb';
import type { World } from '../../../../rehearsal/world/world';
import { ask, createResource } from '../ask-service';

export const TABLE = 'authority';
export const REGIONS = ['us-east-1', 'us-east-2', 'us-west-2'] as const;
export const KEY = { pk: 'webshop', sk: 'authority' };

/** The properties as CDK's TableV2 writes them. */
export const properties = {
  TableName: TABLE,
  MultiRegionConsistency: 'STRONG',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  Replicas: REGIONS.map((Region: string) => ({
    Region,
    DeletionProtectionEnabled: true,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    Tags: [{ Key: 'application', Value: 'webshop' }],
  })),
};

/** A DynamoDB with one empty table, and short ways to ask it. */
export const createTable = (world: World, made: Pick<typeof properties, 'Replicas'> = properties) => {
  const dynamodb = createDynamoDb(world, '111122223333');
  createResource(dynamodb, 'AWS::DynamoDB::GlobalTable', made, { region: made.Replicas[0]!.Region });
  return { dynamodb, ...askers(world, dynamodb) };
};

const askers = (world: World, dynamodb: DynamoDb) => ({
  put: (item: object, more: object = {}, region = 'us-east-1') =>
    ask(world, dynamodb, 'PutItemCommand', { TableName: TABLE, Item: marshall({ ...KEY, ...item }), ...more }, region),
  update: (more: object, region = 'us-east-1') =>
    ask(world, dynamodb, 'UpdateItemCommand', { TableName: TABLE, Key: marshall(KEY), ...more }, region),
  get: (more: object = { ConsistentRead: true }, region = 'us-east-1') =>
    ask(world, dynamodb, 'GetItemCommand', { TableName: TABLE, Key: marshall(KEY), ...more }, region) as {
      Item?: Record<string, never>;
    },
  query: (more: object, region = 'us-east-1') =>
    ask(world, dynamodb, 'QueryCommand', { TableName: TABLE, ConsistentRead: true, ...more }, region) as {
      Items: Record<string, { S: string }>[];
      Count: number;
      LastEvaluatedKey?: object;
    },
});
