import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { isDeepStrictEqual } from 'node:util';
import { NotSimulated } from '../not-simulated';
import { validation } from './errors';

/** An item as it comes over the wire: attribute names to typed values. Stored items are never changed, only replaced. */
export type Item = Readonly<Record<string, AttributeValue>>;

/** A value of its own, which nobody else can change; `structuredClone` takes ten times as long for such small things. */
export const copyOf = <T>(value: T): T => copied(value) as T;

const copied = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(copied);
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) copy[name] = copied((value as Record<string, unknown>)[name]);
  return copy;
};

/** DynamoDB's name of a value's type. */
export type ValueType = 'S' | 'N' | 'B' | 'SS' | 'NS' | 'BS' | 'M' | 'L' | 'NULL' | 'BOOL';

/** The type of a value; a value without exactly one known type is a `ValidationException`. */
export const typeOf = (value: AttributeValue): ValueType => {
  let type: string | undefined;
  let count = 0;
  for (const key in value) {
    if (value[key as ValueType] === undefined) continue;
    type = key;
    count += 1;
  }
  if (count === 1 && types.has(type!)) return type as ValueType;
  throw validation('Supplied AttributeValue is empty, must contain exactly one of the supported datatypes');
};

const types = new Set<string>(['S', 'N', 'B', 'SS', 'NS', 'BS', 'M', 'L', 'NULL', 'BOOL'] satisfies ValueType[]);

/** A DynamoDB number; one that JavaScript does not hold exactly is `NotSimulated`. */
export const numberOf = (text: string): number => {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number))
    throw validation(`The parameter cannot be converted to a numeric value: ${text}`);
  if (digitsOf(text).length > EXACT_DIGITS && String(number) !== text)
    throw new NotSimulated(`the number ${text} has more digits than the simulation holds exactly`);
  return number;
};

/** Every decimal number of so many digits survives JavaScript. */
const EXACT_DIGITS = 15;

const digitsOf = (text: string): string => text.replace(/e.*$/i, '').replace(/\D/g, '');

/** Whether two values are the same: numbers by value, sets without order. */
export const sameValue = (a: AttributeValue, b: AttributeValue): boolean => {
  // Nearly all that is compared is text.
  if (a.S !== undefined || b.S !== undefined) return a.S === b.S;
  return isDeepStrictEqual(plain(a), plain(b));
};

/** Orders two strings by their UTF-8 bytes, two numbers, or two binaries; undefined where DynamoDB has no order. */
export const compareValues = (a: AttributeValue, b: AttributeValue): number | undefined => {
  if (a.S !== undefined && b.S !== undefined) return compareText(a.S, b.S);
  if (a.N !== undefined && b.N !== undefined) return numberOf(a.N) - numberOf(b.N);
  if (a.B !== undefined && b.B !== undefined) return Buffer.compare(a.B, b.B);
  return undefined;
};

/** Orders text as DynamoDB orders string keys: by UTF-8 bytes. */
export const compareText = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** The elements of a set as values, empty for anything else. */
export const elementsOf = (value: AttributeValue): readonly AttributeValue[] => [
  ...(value.SS ?? []).map((S) => ({ S })),
  ...(value.NS ?? []).map((N) => ({ N })),
  ...(value.BS ?? []).map((B) => ({ B })),
];

/** A value as plain data, in which equal DynamoDB values are deeply equal. */
const plain = (value: AttributeValue): unknown => {
  if (value.N !== undefined) return { N: numberOf(value.N) };
  if (value.SS) return { SS: new Set(value.SS) };
  if (value.NS) return { NS: new Set(value.NS.map(numberOf)) };
  if (value.BS) return { BS: new Set(value.BS.map((bytes) => Buffer.from(bytes).toString('base64'))) };
  if (value.B) return { B: Buffer.from(value.B).toString('base64') };
  if (value.L) return { L: value.L.map(plain) };
  if (value.M) return { M: Object.fromEntries(Object.entries(value.M).map(([name, inner]) => [name, plain(inner)])) };
  return { [typeOf(value)]: value.S ?? value.BOOL ?? value.NULL };
};
