import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { invalidParameter, validation } from './errors';
import type { Item } from './item';

/** The attribute names of a table's primary key; both are strings in every table that the simulation knows. */
export interface KeySchema {
  readonly partition: string;
  readonly sort: string;
}

/** An item's primary key as text: equal for equal keys. Throws a `ValidationException` unless it is exactly the key. */
export const keyOf = (schema: KeySchema, key: Item | undefined): string => {
  const names = Object.keys(key ?? {});
  if (names.length !== 2 || !isKeyText(key?.[schema.partition]) || !isKeyText(key?.[schema.sort]))
    throw validation('The provided key element does not match the schema');
  return keyOfItem(schema, key as Item);
};

/** The primary key of a whole item, as text. Throws a `ValidationException` where a part is missing, empty or no string. */
export const keyOfItem = (schema: KeySchema, item: Item): string =>
  JSON.stringify([schema.partition, schema.sort].map((name) => keyText(name, item[name])));

/** The attributes of an item that are its key. */
export const keyAttributes = ({ partition, sort }: KeySchema, item: Item): Record<string, AttributeValue> => ({
  [partition]: item[partition] as AttributeValue,
  [sort]: item[sort] as AttributeValue,
});

const isKeyText = (value: AttributeValue | undefined): boolean => value?.S !== undefined;

const keyText = (name: string, value: AttributeValue | undefined): string => {
  if (value === undefined) throw invalidParameter(`Missing the key ${name} in the item`);
  if (value.S === undefined)
    throw invalidParameter(`Type mismatch for key ${name} expected: S actual: ${Object.keys(value).join()}`);
  if (value.S === '')
    throw validation(
      `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: ${name}`,
    );
  return value.S;
};
