import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { askReplicas, type LastKnown, type Replicas } from './replicas';

/**
 * All items of the authority's table that meet a condition on the key, page by page: a page is a part, and a part must not
 * be taken for the whole.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html
 */
export const queryItems = async (
  replicas: Replicas | LastKnown,
  condition: Pick<QueryCommandInput, 'KeyConditionExpression' | 'ExpressionAttributeValues'>,
): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const items: Readonly<Record<string, unknown>>[] = [];
  let from: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await askReplicas(replicas, (client) =>
      client.send(
        new QueryCommand({
          TableName: replicas.table,
          ...condition,
          ConsistentRead: replicas.isConsistent,
          ExclusiveStartKey: from,
        }),
      ),
    );
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
};
