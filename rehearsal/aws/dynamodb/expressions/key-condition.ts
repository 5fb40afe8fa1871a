import { NotSimulated } from '../../not-simulated';
import { validation } from '../errors';
import type { KeySchema } from '../keys';
import type { Condition } from './condition';
import type { Operand } from './operand';
import { parseCondition } from './parse-condition';
import type { Placeholders } from './placeholders';

/**
 * Reads a `KeyConditionExpression`: `partition = :value`, and at most one comparison, `BETWEEN` or `begins_with` of the sort key.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html
 */
export const parseKeyCondition = (
  text: string,
  placeholders: Placeholders,
  { partition, sort }: KeySchema,
): Condition => {
  const condition = parseCondition('KeyConditionExpression', text, placeholders);
  const parts = conjuncts(condition);
  const names = parts.map(keyAttribute);
  const onPartition = parts[names.indexOf(partition)];
  if (onPartition?.is !== 'compare' || onPartition.comparator !== '=')
    throw validation(`Query condition missed key schema element: ${partition}`);
  if (names.length > 2) throw validation('Conditions can be of length 1 or 2 only');
  if (names.some((name) => name !== partition && name !== sort))
    throw validation(`Query condition missed key schema element: ${sort}`);
  if (new Set(names).size < names.length)
    throw validation('KeyConditionExpressions must only contain one condition per key');
  return condition;
};

const conjuncts = (condition: Condition): readonly Condition[] =>
  condition.is === 'and' ? [...conjuncts(condition.left), ...conjuncts(condition.right)] : [condition];

/** The attribute that one part of a key condition is about. */
const keyAttribute = (condition: Condition): string => {
  switch (condition.is) {
    case 'compare':
      if (condition.comparator === '<>') throw invalidOperator('<>');
      return attributeOf(condition.left, [condition.right]);
    case 'between':
      return attributeOf(condition.operand, [condition.low, condition.high]);
    case 'begins':
      return attributeOf(condition.container, [condition.operand]);
    default:
      throw invalidOperator(condition.is.toUpperCase());
  }
};

const invalidOperator = (operator: string) =>
  validation(`Invalid operator used in KeyConditionExpression: ${operator}`);

const attributeOf = (left: Operand, values: readonly Operand[]): string => {
  if (left.type !== 'path' || values.some(({ type }) => type !== 'value'))
    throw new NotSimulated('a KeyConditionExpression that is not written as attribute, operator, :value');
  if (left.path.length > 1)
    throw validation(
      'Invalid KeyConditionExpression: KeyConditionExpressions cannot have conditions on nested attributes',
    );
  return left.path[0];
};
