import {
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
  type AttributeValue,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { askReplicas, type LastKnown, type Replicas } from './replicas';
import { unlessRefused } from './unless-refused';

/** An item of the table, or values for an expression, as plain JSON; what is undefined is left out. */
export type Item = Readonly<Record<string, unknown>>;

/** The one condition of a write, and what it and the update name. */
export interface Expressions {
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Item;
}

/** Reads an item, with strong consistency unless it is only to be told of; undefined if there is none. */
export const getItem = async (replicas: Replicas | LastKnown, key: Item): Promise<Item | undefined> => {
  const { Item } = await askReplicas(replicas, (client) =>
    client.send(
      new GetItemCommand({ TableName: replicas.table, Key: written(key), ConsistentRead: replicas.isConsistent }),
    ),
  );
  return Item && unmarshall(Item);
};

/** Writes an item over whatever is there; false if the condition did not hold. */
export const putItem = async (replicas: Replicas, item: Item, condition: Expressions = {}): Promise<boolean> => {
  const request = { TableName: replicas.table, Item: written(item), ...writtenIn(condition) };
  const put = askReplicas(replicas, (client) => client.send(new PutItemCommand(request)));
  return (await unlessRefused(put)) !== undefined;
};

/** Changes an item and answers all of it; undefined if the condition did not hold. */
export const updateItem = async (
  replicas: Replicas,
  key: Item,
  update: Expressions & { readonly UpdateExpression: string; readonly ConditionExpression: string },
): Promise<Item | undefined> => {
  const request = {
    TableName: replicas.table,
    Key: written(key),
    ...writtenIn(update),
    ReturnValues: 'ALL_NEW' as const,
  };
  const changed = await unlessRefused(askReplicas(replicas, (client) => client.send(new UpdateItemCommand(request))));
  return changed && unmarshall(changed.Attributes ?? {});
};

/**
 * All items that meet a condition on the key, page by page: a page is a part, and a part must not be taken for the whole.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html
 */
export const queryItems = async (
  replicas: Replicas | LastKnown,
  { KeyConditionExpression, values }: { readonly KeyConditionExpression: string; readonly values: Item },
): Promise<readonly Item[]> => {
  const request = {
    TableName: replicas.table,
    KeyConditionExpression,
    ExpressionAttributeValues: written(values),
    ConsistentRead: replicas.isConsistent,
  };
  const items: Item[] = [];
  let from: Record<string, AttributeValue> | undefined;
  do {
    const ExclusiveStartKey = from;
    const page = await askReplicas(replicas, (client) =>
      client.send(new QueryCommand({ ...request, ExclusiveStartKey })),
    );
    items.push(...(page.Items ?? []).map((item) => unmarshall(item)));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
};

const writtenIn = <E extends Expressions>({ ExpressionAttributeValues: values, ...others }: E) => ({
  ...others,
  ...(values && { ExpressionAttributeValues: written(values) }),
});

const written = (item: Item): Record<string, AttributeValue> => marshall(item, { removeUndefinedValues: true });
