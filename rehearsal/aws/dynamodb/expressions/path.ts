import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Item } from '../item';
import type { Reader } from './reader';
import { isReserved } from './reserved-words';

/** A document path: attribute names and list indexes, such as `a.b[0]`. */
export type Path = readonly [string, ...(string | number)[]];

/** Reads a document path; a reserved word or an undefined `#name` is a `ValidationException`. */
export const parsePath = (reader: Reader): Path => {
  const path: [string, ...(string | number)[]] = [parseName(reader)];
  for (;;) {
    if (reader.takeIf('.')) path.push(parseName(reader));
    else if (reader.takeIf('[')) path.push(parseIndex(reader));
    else return path;
  }
};

/** The value at a path; undefined where there is none. */
export const valueAt = (item: Item | undefined, [first, ...rest]: Path): AttributeValue | undefined =>
  rest.reduce<AttributeValue | undefined>(
    (value, step) => (typeof step === 'number' ? value?.L?.[step] : value?.M?.[step]),
    item?.[first],
  );

/** A path as DynamoDB's messages show it: `[a, b, [0]]`. */
export const showPath = (path: Path): string =>
  `[${path.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join(', ')}]`;

const parseName = (reader: Reader): string => {
  const token = reader.peek();
  if (token === undefined || !/^[#A-Za-z_]\w*$/.test(token)) throw reader.syntaxError();
  reader.take();
  if (token.startsWith('#')) return definedName(reader, token);
  if (isReserved(token)) throw reader.problem(`Attribute name is a reserved keyword; reserved keyword: ${token}`);
  return token;
};

const definedName = (reader: Reader, token: string): string => {
  const name = reader.placeholders.name(token);
  if (name !== undefined) return name;
  throw reader.problem(
    `An expression attribute name used in the document path is not defined; attribute name: ${token}`,
  );
};

const parseIndex = (reader: Reader): number => {
  if (!/^\d+$/.test(reader.peek() ?? '')) throw reader.syntaxError();
  const index = Number(reader.take());
  reader.expect(']');
  return index;
};
