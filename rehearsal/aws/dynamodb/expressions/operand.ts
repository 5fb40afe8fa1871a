import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { typeOf, type Item, type ValueType } from '../item';
import { parsePath, valueAt, type Path } from './path';
import type { Reader } from './reader';

/** What a condition compares: an attribute, a value of the request, or the size of an attribute. */
export type Operand =
  | { readonly type: 'path'; readonly path: Path }
  | { readonly type: 'value'; readonly value: AttributeValue }
  | { readonly type: 'size'; readonly path: Path };

/** Reads a path, a `:value` or `size(path)`. */
export const parseOperand = (reader: Reader): Operand => {
  if (reader.peek()?.startsWith(':')) return { type: 'value', value: parseValue(reader) };
  if (reader.peek() !== 'size' || reader.peek(1) !== '(') return { type: 'path', path: parsePath(reader) };
  reader.take();
  reader.expect('(');
  const path = parsePath(reader);
  reader.expect(')');
  return { type: 'size', path };
};

/** Reads a `:value`; one that the request does not define is a `ValidationException`. */
export const parseValue = (reader: Reader): AttributeValue => {
  const token = reader.take();
  const value = reader.placeholders.value(token);
  if (value) return value;
  throw reader.problem(`An expression attribute value used in expression is not defined; attribute value: ${token}`);
};

/** Throws where a `:value` has a type on which the operator or function is not defined. */
export const assertOperandType = (
  reader: Reader,
  operator: string,
  operand: Operand,
  allowed: readonly ValueType[],
): void => {
  if (operand.type !== 'value' || allowed.includes(typeOf(operand.value))) return;
  throw reader.problem(
    `Incorrect operand type for operator or function; operator or function: ${operator}, operand type: ${typeOf(operand.value)}`,
  );
};

/** What an operand stands for in an item; undefined where the item lacks the attribute. */
export const resolve = (operand: Operand, item: Item | undefined): AttributeValue | undefined => {
  if (operand.type === 'value') return operand.value;
  const value = valueAt(item, operand.path);
  if (operand.type === 'path') return value;
  const size = value && sizeOf(value);
  return size === undefined ? undefined : { N: String(size) };
};

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html */
const sizeOf = ({ S, B, SS, NS, BS, L, M }: AttributeValue): number | undefined =>
  (S ?? B ?? SS ?? NS ?? BS ?? L)?.length ?? (M && Object.keys(M).length);
