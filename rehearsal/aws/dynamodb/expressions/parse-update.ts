import type { ValueType } from '../item';
import { assertOperandType, parseValue } from './operand';
import { parsePath, showPath } from './path';
import type { Placeholders } from './placeholders';
import { createReader, parseWhole, type Reader } from './reader';
import type { Action, UpdateValue } from './update';

/**
 * Reads an `UpdateExpression`; a wrong one is a `ValidationException`.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html
 */
export const parseUpdate = (text: string, placeholders: Placeholders): readonly Action[] => {
  const reader = createReader('UpdateExpression', text, placeholders);
  const actions = parseWhole(reader, parseClauses);
  assertNoOverlap(reader, actions);
  return actions;
};

const parseClauses = (reader: Reader): readonly Action[] => {
  const actions: Action[] = [];
  const seen = new Set<string>();
  while (reader.peek() !== undefined) {
    const clause = clauses.find((one) => reader.takeIf(one));
    if (!clause) throw reader.syntaxError();
    if (seen.has(clause))
      throw reader.problem(`The "${clause}" section can only be used once in an update expression;`);
    seen.add(clause);
    do actions.push(parseAction(reader, clause));
    while (reader.takeIf(','));
  }
  return actions;
};

const clauses = ['SET', 'REMOVE', 'ADD', 'DELETE'] as const;

const parseAction = (reader: Reader, clause: (typeof clauses)[number]): Action => {
  const path = parsePath(reader);
  switch (clause) {
    case 'SET':
      reader.expect('=');
      return { clause, path, value: parseSum(reader) };
    case 'REMOVE':
      return { clause, path };
    case 'ADD':
    case 'DELETE': {
      if (!reader.peek()?.startsWith(':')) throw reader.syntaxError();
      const value = parseValue(reader);
      assertOperandType(reader, clause, { type: 'value', value }, clause === 'ADD' ? ['N', ...sets] : sets);
      return { clause, path, value };
    }
  }
};

const sets: readonly ValueType[] = ['SS', 'NS', 'BS'];

const parseSum = (reader: Reader): UpdateValue => {
  const left = parseTerm(reader);
  const operator = (['+', '-'] as const).find((one) => reader.takeIf(one));
  if (!operator) return left;
  const right = parseTerm(reader);
  for (const term of [left, right]) if (term.type === 'value') assertOperandType(reader, operator, term, ['N']);
  return { type: operator, left, right };
};

const parseTerm = (reader: Reader): UpdateValue => {
  if (reader.peek()?.startsWith(':')) return { type: 'value', value: parseValue(reader) };
  return reader.peek(1) === '(' ? parseFunction(reader) : { type: 'path', path: parsePath(reader) };
};

const parseFunction = (reader: Reader): UpdateValue => {
  const name = reader.take();
  if (name !== 'if_not_exists' && name !== 'list_append')
    throw reader.problem(`Invalid function name; function: ${name}`);
  reader.expect('(');
  const first = parseTerm(reader);
  if (name === 'if_not_exists' && first.type !== 'path')
    throw reader.problem(`Operator or function requires a document path; operator or function: ${name}`);
  reader.expect(',');
  const second = parseTerm(reader);
  reader.expect(')');
  return first.type === 'path' && name === 'if_not_exists'
    ? { type: 'if_not_exists', path: first.path, otherwise: second }
    : { type: 'list_append', left: first, right: second };
};

/** Two changes of one place have no order, so DynamoDB refuses them. */
const assertNoOverlap = (reader: Reader, actions: readonly Action[]): void => {
  actions.forEach(({ path: one }, index) => {
    const other = actions
      .slice(index + 1)
      .find(({ path }) => one.every((step, at) => at >= path.length || step === path[at]));
    if (!other) return;
    throw reader.problem(
      `Two document paths overlap with each other; must remove or rewrite one of these paths; ` +
        `path one: ${showPath(one)}, path two: ${showPath(other.path)}`,
    );
  });
};
