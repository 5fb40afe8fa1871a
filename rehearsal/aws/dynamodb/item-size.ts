import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { elementsOf, type Item } from './item';

/** 400 KB, attribute names included. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
export const ITEM_BYTES_MAX = 400 * 1024;

/** An item's size in bytes. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
export const itemBytes = (item: Item): number => {
  let bytes = 0;
  for (const name of Object.keys(item)) bytes += Buffer.byteLength(name) + valueBytes(item[name]!);
  return bytes;
};

const valueBytes = (value: AttributeValue): number => {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  // About a byte for two digits, and one more.
  if (value.N !== undefined) return Math.ceil(value.N.replace(/\D/g, '').length / 2) + 1;
  if (value.B !== undefined) return value.B.byteLength;
  // A list or map costs 3 bytes, and one for each element.
  if (value.L) return 3 + sum(value.L.map((element) => 1 + valueBytes(element)));
  if (value.M) return 3 + Object.keys(value.M).length + itemBytes(value.M);
  const elements = elementsOf(value);
  return elements.length > 0 ? sum(elements.map(valueBytes)) : 1;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
