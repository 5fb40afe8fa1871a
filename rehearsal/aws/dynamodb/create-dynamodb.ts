import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { World } from '../../world/world';
import { resourceType } from '../../deploy/resource-type';
import type { DynamoDb } from '../services/storage';
import { globalTableProperties, tableDefinition } from './global-table';
import { getItem } from './operations/get-item';
import { putItem } from './operations/put-item';
import { query } from './operations/query';
import { updateItem } from './operations/update-item';
import { createReplicatedTable } from './replicated-table';
import { keyOf } from './keys';
import { createTables } from './tables';

/** DynamoDB with global tables of multi-Region strong consistency. */
export const createDynamoDb = (world: World, account: string): DynamoDb => {
  const tables = createTables();
  return {
    client: 'DynamoDBClient',
    operations: [getItem(tables), putItem(tables), updateItem(tables), query(tables)],
    resourceTypes: [
      resourceType('AWS::DynamoDB::GlobalTable', globalTableProperties, (properties, { region, logicalId }) => {
        const definition = tableDefinition(properties);
        if (!definition.regions.includes(region))
          throw new Error(
            `${logicalId}: no replica in ${region}, the stack's Region; CloudFormation needs one of ${definition.regions.join(', ')}`,
          );
        tables.add(createReplicatedTable(world, definition));
        return {
          ref: definition.name,
          attributes: { Arn: `arn:aws:dynamodb:${region}:${account}:table/${definition.name}` },
        };
      }),
    ],
    item: (name, key) => {
      const table = tables.named(name);
      const wanted = Object.fromEntries(Object.entries(key).map(([attribute, S]) => [attribute, { S }]));
      const item = table?.newest.get(keyOf(table.key, wanted));
      return item && unmarshall(item);
    },
    onWrite: tables.onWrite,
  };
};
