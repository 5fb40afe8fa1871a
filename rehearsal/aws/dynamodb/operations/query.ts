import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { entriesOnAPage } from '../../entries-on-a-page';
import { onlyFields } from '../../not-simulated';
import { operation } from '../../operation';
import { validation } from '../errors';
import { meets } from '../expressions/condition';
import { parseKeyCondition } from '../expressions/key-condition';
import { createPlaceholders } from '../expressions/placeholders';
import { parseProjection, project } from '../expressions/projection';
import { compareText, type Item } from '../item';
import { itemBytes } from '../item-size';
import { keyAttributes, keyOf, type KeySchema } from '../keys';
import { assertPresent } from '../required';
import { tableArn, type Tables } from '../tables';

/** A page ends at 1 MB. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html */
const PAGE_BYTES_MAX = 1024 * 1024;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html */
export const query = (tables: Tables) =>
  operation(QueryCommand, {
    authorize: ({ TableName }, call) => [{ action: 'dynamodb:Query', resource: tableArn(TableName, call) }],
    latency: 'dynamodb.read',
    run: (input, call) => {
      onlyFields('Query', input, fields);
      assertPresent(input, 'TableName');
      const table = tables.find(input.TableName, call);
      if (input.KeyConditionExpression === undefined)
        throw validation(
          'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
        );
      const placeholders = createPlaceholders(input);
      const condition = parseKeyCondition(input.KeyConditionExpression, placeholders, table.key);
      const paths = input.ProjectionExpression && parseProjection(input.ProjectionExpression, placeholders);
      placeholders.assertAllUsed();
      const items = table.items(call.region, input.ConsistentRead ? 'strong' : 'eventual');
      const matching = [...items.values()].filter((item) => meets(item, condition));
      const entriesMax = entriesOnAPage(['dynamodb', 'Query'], call, input.Limit);
      const page = pageOf(inOrder(matching, table.key, input), entriesMax);
      return {
        Items: paths ? page.items.map((item) => project(item, paths)) : page.items,
        Count: page.items.length,
        ScannedCount: page.items.length,
        ...(page.last && { LastEvaluatedKey: keyAttributes(table.key, page.last) }),
      };
    },
  });

const fields = [
  'TableName',
  'KeyConditionExpression',
  'ProjectionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ConsistentRead',
  'ScanIndexForward',
  'Limit',
  'ExclusiveStartKey',
] as const;

/** The items by their sort key, from just after the start key on. All have one partition key. */
const inOrder = (items: readonly Item[], key: KeySchema, input: QueryCommandInput): readonly Item[] => {
  const direction = input.ScanIndexForward === false ? -1 : 1;
  const sortKey = (item: Item): string => item[key.sort]?.S ?? '';
  const ordered = [...items].sort((a, b) => direction * compareText(sortKey(a), sortKey(b)));
  const start = input.ExclusiveStartKey;
  if (!start) return ordered;
  keyOf(key, start);
  return ordered.filter((item) => direction * compareText(sortKey(item), sortKey(start)) > 0);
};

/** One page, with its last item where DynamoDB has reason to stop before the end of its search. */
const pageOf = (items: readonly Item[], limit: number): { readonly items: Item[]; readonly last?: Item } => {
  if (limit < 1)
    throw validation(
      `1 validation error detected: Value '${limit}' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1`,
    );
  const page: Item[] = [];
  let bytes = 0;
  for (const item of items) {
    page.push(item);
    bytes += itemBytes(item);
    // A full page has a continuation even if nothing follows: DynamoDB has not looked.
    if (page.length === limit || bytes > PAGE_BYTES_MAX) return { items: page, last: item };
  }
  return { items: page };
};
