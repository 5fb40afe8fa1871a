import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { onlyFields } from '../../not-simulated';
import { operation } from '../../operation';
import { validation } from '../errors';
import { createPlaceholders } from '../expressions/placeholders';
import { ITEM_BYTES_MAX, itemBytes } from '../item-size';
import { copyOf } from '../item';
import { keyOfItem } from '../keys';
import { assertPresent } from '../required';
import { tableArn, type Tables } from '../tables';
import { assertValid } from '../valid-values';
import { guardOf } from './guard';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html */
export const putItem = (tables: Tables) =>
  operation(PutItemCommand, {
    authorize: ({ TableName }, call) => [{ action: 'dynamodb:PutItem', resource: tableArn(TableName, call) }],
    latency: 'dynamodb.write',
    run: (input, call) => {
      onlyFields('PutItem', input, fields);
      assertPresent(input, 'TableName', 'Item');
      const table = tables.find(input.TableName, call);
      const { ReturnValues = 'NONE' } = input;
      if (ReturnValues !== 'NONE' && ReturnValues !== 'ALL_OLD')
        throw validation('ReturnValues can only be ALL_OLD or NONE');
      const item = copyOf(input.Item ?? {});
      Object.values(item).forEach(assertValid);
      const placeholders = createPlaceholders(input);
      const guard = guardOf(input, placeholders);
      placeholders.assertAllUsed();
      const key = keyOfItem(table.key, item);
      if (itemBytes(item) > ITEM_BYTES_MAX) throw validation('Item size has exceeded the maximum allowed size');
      const { before } = tables.write(table, call, key, (existing) => {
        guard(existing);
        return item;
      });
      return before && ReturnValues === 'ALL_OLD' ? { Attributes: before } : {};
    },
  });

const fields = [
  'TableName',
  'Item',
  'ConditionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ReturnValues',
  'ReturnValuesOnConditionCheckFailure',
] as const;
