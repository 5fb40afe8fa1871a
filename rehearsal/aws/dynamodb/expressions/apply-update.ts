import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { NotSimulated } from '../../not-simulated';
import { validation } from '../errors';
import { copyOf, elementsOf, numberOf, sameValue, typeOf, type Item } from '../item';
import { valueAt, type Path } from './path';
import { removeAt, setAt } from './place';
import type { Action, UpdateValue } from './update';

/** The item after an update; every value is computed from the item before it. Leaves `before` as it was. */
export const applyUpdate = (before: Item, actions: readonly Action[]): Item => {
  const after: Record<string, AttributeValue> = copyOf(before);
  for (const action of actions) {
    const value = newValue(before, action);
    // A copy, because a value that two attributes share would change with either of them.
    if (value) setAt(after, action.path, copyOf(value));
  }
  const gone = actions.filter((action) => newValue(before, action) === undefined).map(({ path }) => path);
  // From the end of each list to its front, so that no removal moves the place of another one.
  gone.sort(lastFirst).forEach((path) => removeAt(after, path));
  return after;
};

const lastFirst = (a: Path, b: Path): number => {
  const fork = a.findIndex((step, at) => step !== b[at]);
  return (a[fork] ?? '') < (b[fork] ?? '') ? 1 : -1;
};

/** What an action writes at its path; undefined where it takes the attribute away. */
const newValue = (before: Item, action: Action): AttributeValue | undefined => {
  switch (action.clause) {
    case 'SET':
      return compute(before, action.value);
    case 'REMOVE':
      return undefined;
    case 'ADD':
      return add(valueAt(before, action.path), action.value);
    case 'DELETE':
      return remainder(valueAt(before, action.path), action.value);
  }
};

const compute = (item: Item, value: UpdateValue): AttributeValue => {
  switch (value.type) {
    case 'value':
      return value.value;
    case 'path':
      return existing(item, value.path);
    case 'if_not_exists':
      return valueAt(item, value.path) ?? compute(item, value.otherwise);
    case 'list_append':
      return { L: [...listOf(compute(item, value.left)), ...listOf(compute(item, value.right))] };
    case '+':
      return sum(compute(item, value.left), compute(item, value.right), 1);
    case '-':
      return sum(compute(item, value.left), compute(item, value.right), -1);
  }
};

const existing = (item: Item, path: Path): AttributeValue => {
  const value = valueAt(item, path);
  if (value) return value;
  throw validation('The provided expression refers to an attribute that does not exist in the item');
};

const wrongType = () => validation('An operand in the update expression has an incorrect data type');

const listOf = (value: AttributeValue): readonly AttributeValue[] => {
  if (!value.L) throw wrongType();
  return value.L;
};

const sum = (a: AttributeValue, b: AttributeValue, sign: 1 | -1): AttributeValue => {
  if (a.N === undefined || b.N === undefined) throw wrongType();
  const result = numberOf(a.N) + sign * numberOf(b.N);
  if (![numberOf(a.N), numberOf(b.N), result].every(Number.isSafeInteger))
    throw new NotSimulated(`${a.N} ${sign > 0 ? '+' : '-'} ${b.N}: the simulation adds whole numbers only`);
  return { N: String(result) };
};

const add = (old: AttributeValue | undefined, value: AttributeValue): AttributeValue => {
  if (!old) return value;
  if (typeOf(old) !== typeOf(value)) throw wrongType();
  if (value.N !== undefined) return sum(old, value, 1);
  return setOf(value, [...elementsOf(old), ...elementsOf(value).filter((one) => !isAmong(elementsOf(old), one))]);
};

const remainder = (old: AttributeValue | undefined, value: AttributeValue): AttributeValue | undefined => {
  if (!old) return undefined;
  if (typeOf(old) !== typeOf(value)) throw wrongType();
  const left = elementsOf(old).filter((one) => !isAmong(elementsOf(value), one));
  // A set is never empty: with its last element the attribute goes.
  return left.length === 0 ? undefined : setOf(value, left);
};

const isAmong = (elements: readonly AttributeValue[], value: AttributeValue): boolean =>
  elements.some((element) => sameValue(element, value));

const setOf = (like: AttributeValue, elements: readonly AttributeValue[]): AttributeValue => {
  if (like.SS) return { SS: elements.map(({ S }) => S as string) };
  if (like.NS) return { NS: elements.map(({ N }) => N as string) };
  return { BS: elements.map(({ B }) => B as Uint8Array) };
};
