import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { validation } from '../errors';
import type { Item } from '../item';
import { assertValid } from '../valid-values';

/** The `#names` and `:values` of one request, shared by all of its expressions. */
export interface Placeholders {
  /** The attribute name behind `#token`; undefined where the request defines none. */
  name(token: string): string | undefined;
  /** The value behind `:token`; undefined where the request defines none. */
  value(token: string): AttributeValue | undefined;
  /** Throws a `ValidationException` that names what no expression used. */
  assertAllUsed(): void;
}

/** Reads `ExpressionAttributeNames` and `ExpressionAttributeValues`; wrong ones are a `ValidationException`. */
export const createPlaceholders = (input: {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Item;
}): Placeholders => {
  const names = lookUp('ExpressionAttributeNames', '#', input.ExpressionAttributeNames);
  const values = lookUp('ExpressionAttributeValues', ':', input.ExpressionAttributeValues);
  Object.values(input.ExpressionAttributeValues ?? {}).forEach(assertValid);
  return {
    name: names.find,
    value: values.find,
    assertAllUsed: () => {
      names.assertAllUsed();
      values.assertAllUsed();
    },
  };
};

const lookUp = <T>(field: string, sigil: string, entries: Readonly<Record<string, T>> | undefined) => {
  const unused = new Set(Object.keys(entries ?? {}));
  if (entries && unused.size === 0) throw validation(`${field} must not be empty`);
  for (const key of unused)
    if (!key.startsWith(sigil)) throw validation(`${field} contains invalid key: Syntax error; key: "${key}"`);
  return {
    find: (token: string): T | undefined => {
      unused.delete(token);
      return entries?.[token];
    },
    assertAllUsed: (): void => {
      if (unused.size === 0) return;
      throw validation(`Value provided in ${field} unused in expressions: keys: {${[...unused].join(', ')}}`);
    },
  };
};
