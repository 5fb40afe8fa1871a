import { UpdateItemCommand, type ReturnValue } from '@aws-sdk/client-dynamodb';
import { onlyFields } from '../../not-simulated';
import { operation } from '../../operation';
import { invalidParameter, validation } from '../errors';
import { applyUpdate } from '../expressions/apply-update';
import { parseUpdate } from '../expressions/parse-update';
import type { Path } from '../expressions/path';
import { createPlaceholders } from '../expressions/placeholders';
import { project } from '../expressions/projection';
import type { Action } from '../expressions/update';
import type { Item } from '../item';
import { ITEM_BYTES_MAX, itemBytes } from '../item-size';
import { keyOf, type KeySchema } from '../keys';
import type { Written } from '../replicated-table';
import { assertPresent } from '../required';
import { tableArn, type Tables } from '../tables';
import { guardOf } from './guard';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html */
export const updateItem = (tables: Tables) =>
  operation(UpdateItemCommand, {
    authorize: ({ TableName }, call) => [{ action: 'dynamodb:UpdateItem', resource: tableArn(TableName, call) }],
    latency: 'dynamodb.write',
    run: (input, call) => {
      onlyFields('UpdateItem', input, fields);
      assertPresent(input, 'TableName', 'Key');
      const table = tables.find(input.TableName, call);
      const placeholders = createPlaceholders(input);
      const { UpdateExpression } = input;
      const actions = UpdateExpression === undefined ? [] : parseUpdate(UpdateExpression, placeholders);
      const guard = guardOf(input, placeholders);
      placeholders.assertAllUsed();
      assertKeyUntouched(actions, table.key);
      const key = keyOf(table.key, input.Key);
      const written = tables.write(table, call, key, (before) => {
        guard(before);
        return withinSize(applyUpdate(before ?? { ...input.Key }, actions));
      });
      const paths = actions.map(({ path }) => path);
      const attributes = returned(input.ReturnValues, written, paths);
      return attributes && Object.keys(attributes).length > 0 ? { Attributes: attributes } : {};
    },
  });

const fields = [
  'TableName',
  'Key',
  'UpdateExpression',
  'ConditionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ReturnValues',
  'ReturnValuesOnConditionCheckFailure',
] as const;

const assertKeyUntouched = (actions: readonly Action[], { partition, sort }: KeySchema): void => {
  const touched = actions.find(({ path: [name] }) => name === partition || name === sort);
  if (touched) throw invalidParameter(`Cannot update attribute ${touched.path[0]}. This attribute is part of the key`);
};

const withinSize = (item: Item): Item => {
  if (itemBytes(item) > ITEM_BYTES_MAX) throw validation('Item size to update has exceeded the maximum allowed size');
  return item;
};

const returned = (
  values: ReturnValue | undefined,
  { before, after }: Written,
  paths: readonly Path[],
): Item | undefined => {
  switch (values) {
    case 'ALL_OLD':
      return before;
    case 'ALL_NEW':
      return after;
    case 'UPDATED_OLD':
      return project(before ?? {}, paths);
    case 'UPDATED_NEW':
      return project(after, paths);
    default:
      return undefined;
  }
};
