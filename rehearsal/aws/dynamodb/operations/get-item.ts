import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { onlyFields } from '../../not-simulated';
import { operation } from '../../operation';
import { createPlaceholders } from '../expressions/placeholders';
import { parseProjection, project } from '../expressions/projection';
import { keyOf } from '../keys';
import { assertPresent } from '../required';
import { tableArn, type Tables } from '../tables';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html */
export const getItem = (tables: Tables) =>
  operation(GetItemCommand, {
    authorize: ({ TableName }, call) => [{ action: 'dynamodb:GetItem', resource: tableArn(TableName, call) }],
    latency: 'dynamodb.read',
    run: (input, call) => {
      onlyFields('GetItem', input, fields);
      assertPresent(input, 'TableName', 'Key');
      const table = tables.find(input.TableName, call);
      const placeholders = createPlaceholders(input);
      const paths = input.ProjectionExpression && parseProjection(input.ProjectionExpression, placeholders);
      placeholders.assertAllUsed();
      const key = keyOf(table.key, input.Key);
      const item = table.items(call.region, input.ConsistentRead ? 'strong' : 'eventual').get(key);
      return item ? { Item: paths ? project(item, paths) : item } : {};
    },
  });

const fields = ['TableName', 'Key', 'ConsistentRead', 'ProjectionExpression', 'ExpressionAttributeNames'] as const;
