import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { compareValues, elementsOf, sameValue, typeOf, type Item } from '../item';
import { resolve, type Operand } from './operand';
import { valueAt, type Path } from './path';

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** A parsed `ConditionExpression` or `KeyConditionExpression`. */
export type Condition =
  | { readonly is: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly is: 'not'; readonly condition: Condition }
  | { readonly is: 'compare'; readonly comparator: Comparator; readonly left: Operand; readonly right: Operand }
  | { readonly is: 'between'; readonly operand: Operand; readonly low: Operand; readonly high: Operand }
  | { readonly is: 'in'; readonly operand: Operand; readonly among: readonly Operand[] }
  | { readonly is: 'exists' | 'missing'; readonly path: Path }
  | { readonly is: 'type'; readonly path: Path; readonly operand: Operand }
  | { readonly is: 'begins' | 'contains'; readonly container: Operand; readonly operand: Operand };

/** Whether an item meets a condition; no item is an item without attributes. */
export const meets = (item: Item | undefined, condition: Condition): boolean => {
  switch (condition.is) {
    case 'and':
      return meets(item, condition.left) && meets(item, condition.right);
    case 'or':
      return meets(item, condition.left) || meets(item, condition.right);
    case 'not':
      return !meets(item, condition.condition);
    case 'exists':
      return valueAt(item, condition.path) !== undefined;
    case 'missing':
      return valueAt(item, condition.path) === undefined;
    case 'in': {
      const value = resolve(condition.operand, item);
      return condition.among.some((one) => compares('=', value, resolve(one, item)));
    }
    default:
      return meetsOnValues(item, condition);
  }
};

type OnValues = Extract<Condition, { is: 'compare' | 'between' | 'type' | 'begins' | 'contains' }>;

const meetsOnValues = (item: Item | undefined, condition: OnValues): boolean => {
  switch (condition.is) {
    case 'compare':
      return compares(condition.comparator, resolve(condition.left, item), resolve(condition.right, item));
    case 'between': {
      const value = resolve(condition.operand, item);
      return (
        compares('>=', value, resolve(condition.low, item)) && compares('<=', value, resolve(condition.high, item))
      );
    }
    case 'type': {
      const value = valueAt(item, condition.path);
      return value !== undefined && typeOf(value) === resolve(condition.operand, item)?.S;
    }
    case 'begins':
      return begins(resolve(condition.container, item), resolve(condition.operand, item));
    case 'contains':
      return contains(resolve(condition.container, item), resolve(condition.operand, item));
  }
};

type Value = AttributeValue | undefined;

const compares = (comparator: Comparator, a: Value, b: Value): boolean => {
  // A missing attribute differs from everything, and is neither more nor less than anything.
  if (!a || !b) return comparator === '<>' && a !== b;
  if (comparator === '=') return sameValue(a, b);
  if (comparator === '<>') return !sameValue(a, b);
  const order = compareValues(a, b);
  return order !== undefined && orders[comparator](order);
};

const orders = {
  '<': (order: number) => order < 0,
  '<=': (order: number) => order <= 0,
  '>': (order: number) => order > 0,
  '>=': (order: number) => order >= 0,
};

const begins = (value: Value, prefix: Value): boolean =>
  value?.S !== undefined && prefix?.S !== undefined
    ? value.S.startsWith(prefix.S)
    : Boolean(value?.B && prefix?.B && Buffer.from(value.B).subarray(0, prefix.B.length).equals(prefix.B));

const contains = (container: Value, value: Value): boolean => {
  if (!container || !value) return false;
  if (container.S !== undefined) return value.S !== undefined && container.S.includes(value.S);
  if (container.B !== undefined)
    return value.B !== undefined && Buffer.from(container.B).includes(Buffer.from(value.B));
  return [...(container.L ?? []), ...elementsOf(container)].some((element) => sameValue(element, value));
};
