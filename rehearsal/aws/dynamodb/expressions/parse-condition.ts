import type { ValueType } from '../item';
import type { Comparator, Condition } from './condition';
import { assertOperandType, parseOperand, type Operand } from './operand';
import { parsePath, type Path } from './path';
import type { Placeholders } from './placeholders';
import { createReader, parseWhole, type Reader } from './reader';

/**
 * Reads a condition: `NOT` binds closest, then `AND`, then `OR`. Wrong ones are a `ValidationException`.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
 */
export const parseCondition = (
  field: 'ConditionExpression' | 'KeyConditionExpression',
  text: string,
  placeholders: Placeholders,
): Condition => parseWhole(createReader(field, text, placeholders), parseOr);

const parseOr = (reader: Reader): Condition => {
  let left = parseAnd(reader);
  while (reader.takeIf('OR')) left = { is: 'or', left, right: parseAnd(reader) };
  return left;
};

const parseAnd = (reader: Reader): Condition => {
  let left = parseNot(reader);
  while (reader.takeIf('AND')) left = { is: 'and', left, right: parseNot(reader) };
  return left;
};

const parseNot = (reader: Reader): Condition =>
  reader.takeIf('NOT') ? { is: 'not', condition: parseNot(reader) } : parsePrimary(reader);

const parsePrimary = (reader: Reader): Condition => {
  if (reader.takeIf('(')) {
    const inner = parseOr(reader);
    reader.expect(')');
    return inner;
  }
  const isFunction = reader.peek(1) === '(' && reader.peek() !== 'size';
  return isFunction ? parseFunction(reader) : parseComparison(reader);
};

const parseFunction = (reader: Reader): Condition => {
  const name = reader.take();
  const parseArguments = functions.get(name);
  if (!parseArguments) throw reader.problem(`Invalid function name; function: ${name}`);
  reader.expect('(');
  const condition = parseArguments(reader);
  reader.expect(')');
  return condition;
};

const functions = new Map<string, (reader: Reader) => Condition>([
  ['attribute_exists', (reader) => ({ is: 'exists', path: pathArgument(reader, 'attribute_exists') })],
  ['attribute_not_exists', (reader) => ({ is: 'missing', path: pathArgument(reader, 'attribute_not_exists') })],
  [
    'attribute_type',
    (reader) => ({
      is: 'type',
      path: pathArgument(reader, 'attribute_type'),
      operand: secondArgument(reader, 'attribute_type', ['S']),
    }),
  ],
  [
    'begins_with',
    (reader) => ({
      is: 'begins',
      container: parseOperand(reader),
      operand: secondArgument(reader, 'begins_with', ['S', 'B']),
    }),
  ],
  [
    'contains',
    (reader) => {
      const container = parseOperand(reader);
      reader.expect(',');
      return { is: 'contains', container, operand: parseOperand(reader) };
    },
  ],
]);

const pathArgument = (reader: Reader, name: string): Path => {
  if (!reader.peek()?.startsWith(':')) return parsePath(reader);
  throw reader.problem(`Operator or function requires a document path; operator or function: ${name}`);
};

const secondArgument = (reader: Reader, name: string, allowed: readonly ValueType[]): Operand => {
  reader.expect(',');
  const operand = parseOperand(reader);
  assertOperandType(reader, name, operand, allowed);
  return operand;
};

const parseComparison = (reader: Reader): Condition => {
  const left = parseOperand(reader);
  if (reader.takeIf('BETWEEN')) return parseBetween(reader, left);
  if (reader.takeIf('IN')) return { is: 'in', operand: left, among: parseList(reader) };
  const comparator = comparators.find((one) => reader.takeIf(one));
  if (!comparator) throw reader.syntaxError();
  const right = parseOperand(reader);
  if (comparator !== '=' && comparator !== '<>')
    for (const operand of [left, right]) assertOperandType(reader, comparator, operand, ordered);
  return { is: 'compare', comparator, left, right };
};

const comparators: readonly Comparator[] = ['=', '<>', '<', '<=', '>', '>='];
const ordered: readonly ValueType[] = ['S', 'N', 'B'];

const parseBetween = (reader: Reader, operand: Operand): Condition => {
  const low = parseOperand(reader);
  reader.expect('AND');
  const high = parseOperand(reader);
  for (const bound of [low, high]) assertOperandType(reader, 'BETWEEN', bound, ordered);
  return { is: 'between', operand, low, high };
};

const parseList = (reader: Reader): readonly Operand[] => {
  reader.expect('(');
  const among = [parseOperand(reader)];
  while (reader.takeIf(',')) among.push(parseOperand(reader));
  reader.expect(')');
  return among;
};
