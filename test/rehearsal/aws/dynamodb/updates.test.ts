import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { createTable, KEY } from './table';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

/** The item after an update, without its key. */
const after = (before: object | undefined, UpdateExpression: string, values?: object): object => {
  const { put, update, get } = createTable(world);
  if (before) put(before);
  update({ UpdateExpression, ...(values && { ExpressionAttributeValues: marshall(values) }) });
  const { pk, sk, ...rest } = unmarshall(get().Item ?? {});
  expect({ pk, sk }).toEqual(KEY);
  return rest;
};

describe('an update', () => {
  it.each<[string, object | undefined, object | undefined, object]>([
    ['SET epoch = :v', undefined, { ':v': 1 }, { epoch: 1 }],
    ['SET epoch = epoch + :one', { epoch: 6 }, { ':one': 1 }, { epoch: 7 }],
    ['SET epoch = epoch - :one, held = epoch', { epoch: 6 }, { ':one': 1 }, { epoch: 5, held: 6 }],
    ['set n = if_not_exists(n, :zero) + :one', {}, { ':zero': 0, ':one': 1 }, { n: 1 }],
    ['SET n = if_not_exists(n, :zero)', { n: 9 }, { ':zero': 0 }, { n: 9 }],
    ['SET l = list_append(l, :more)', { l: ['a'] }, { ':more': ['b'] }, { l: ['a', 'b'] }],
    ['SET l = list_append(if_not_exists(l, :none), :more)', {}, { ':none': [], ':more': ['b'] }, { l: ['b'] }],
    ['SET m.deeper = :v', { m: {} }, { ':v': 1 }, { m: { deeper: 1 } }],
    ['SET l[0] = :v, l[7] = :w', { l: ['a', 'b'] }, { ':v': 'x', ':w': 'y' }, { l: ['x', 'b', 'y'] }],
    ['SET a = b, b = a', { a: 1, b: 2 }, undefined, { a: 2, b: 1 }],
    ['REMOVE a, gone', { a: 1, b: 2 }, undefined, { b: 2 }],
    ['REMOVE l[0], l[2]', { l: ['a', 'b', 'c', 'd'] }, undefined, { l: ['b', 'd'] }],
    ['REMOVE l[0], l[1].x', { l: ['a', { x: 1, y: 2 }] }, undefined, { l: [{ y: 2 }] }],
    ['ADD n :v', {}, { ':v': 3 }, { n: 3 }],
    ['ADD n :v', { n: 4 }, { ':v': -1 }, { n: 3 }],
    ['ADD s :v', { s: new Set(['a']) }, { ':v': new Set(['a', 'b']) }, { s: new Set(['a', 'b']) }],
    ['DELETE s :v', { s: new Set(['a', 'b']) }, { ':v': new Set(['a']) }, { s: new Set(['b']) }],
    ['DELETE s :v', { s: new Set(['a']), n: 1 }, { ':v': new Set(['a']) }, { n: 1 }],
    ['SET a = :v REMOVE b ADD n :v', { b: 1, n: 1 }, { ':v': 2 }, { a: 2, n: 3 }],
  ])('%s changes %p', (expression, before, values, expected) => {
    expect(after(before, expression, values)).toEqual(expected);
  });

  it.each<[string, object | undefined, string]>([
    ['SET a = gone', undefined, 'The provided expression refers to an attribute that does not exist in the item'],
    ['SET a.b = :v', { ':v': 1 }, 'The document path provided in the update expression is invalid for update'],
    ['SET t = t + :v', { ':v': 1 }, 'An operand in the update expression has an incorrect data type'],
    [
      'SET t = :v + :v',
      { ':v': 'x' },
      'Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: +, operand type: S',
    ],
    [
      'SET t = :v REMOVE t.a',
      { ':v': 1 },
      'Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [t], path two: [t, a]',
    ],
    [
      'SET t = :v SET u = :v',
      { ':v': 1 },
      'Invalid UpdateExpression: The "SET" section can only be used once in an update expression;',
    ],
    [
      'SET pk = :v',
      { ':v': 'x' },
      'One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key',
    ],
    ['UPSERT t = :v', { ':v': 1 }, 'Invalid UpdateExpression: Syntax error; token: "UPSERT", near: "UPSERT t"'],
    ['SET t = max(t, :v)', { ':v': 1 }, 'Invalid UpdateExpression: Invalid function name; function: max'],
    [
      'SET status = :v',
      { ':v': 1 },
      'Invalid UpdateExpression: Attribute name is a reserved keyword; reserved keyword: status',
    ],
    ['', undefined, 'Invalid UpdateExpression: The expression can not be empty;'],
  ])('%p is refused in the words of AWS', (expression, values, message) => {
    expect(() => after({ t: 'text' }, expression, values)).toThrow(
      expect.objectContaining({ name: 'ValidationException', message }),
    );
  });

  it.each<[string, object | undefined]>([
    ['NONE', undefined],
    ['ALL_OLD', { ...KEY, n: 1, m: { a: 1, b: 2 } }],
    ['ALL_NEW', { ...KEY, n: 2, m: { a: 3, b: 2 } }],
    ['UPDATED_OLD', { n: 1, m: { a: 1 } }],
    ['UPDATED_NEW', { n: 2, m: { a: 3 } }],
  ])('answers what ReturnValues %s asks for', (ReturnValues, expected) => {
    const { put, update } = createTable(world);
    put({ n: 1, m: { a: 1, b: 2 } });
    const answer = update({
      UpdateExpression: 'SET n = :two, m.a = :three',
      ExpressionAttributeValues: marshall({ ':two': 2, ':three': 3 }),
      ReturnValues,
    }) as { Attributes?: Record<string, never> };
    expect(answer.Attributes && unmarshall(answer.Attributes)).toEqual(expected);
  });

  it('judges its condition by the item before, and makes a missing item', () => {
    const { update, get } = createTable(world);
    const request = {
      UpdateExpression: 'SET epoch = :one',
      ConditionExpression: 'attribute_not_exists(epoch)',
      ExpressionAttributeValues: marshall({ ':one': 1 }),
    };
    update(request);
    expect(get().Item).toMatchObject({ epoch: { N: '1' } });
    expect(() => update(request)).toThrow('The conditional request failed');
  });

  it('gives every attribute its own copy of a value', () => {
    const { put, update, get } = createTable(world);
    put({ m: { k: 1 } });
    update({ UpdateExpression: 'SET a = m, b = m' });
    update({ UpdateExpression: 'REMOVE a.k' });
    expect(unmarshall(get().Item ?? {})).toMatchObject({ a: {}, b: { k: 1 }, m: { k: 1 } });
  });

  it('does not guess sums that JavaScript cannot hold exactly', () => {
    expect(() => after({ n: 0.1 }, 'ADD n :v', { ':v': 0.2 })).toThrow('the simulation adds whole numbers only');
    const { update } = createTable(world);
    const tooExact = { ':v': { N: '12345678901234567890' } };
    expect(() => update({ UpdateExpression: 'SET n = :v', ExpressionAttributeValues: tooExact })).toThrow(
      'the number 12345678901234567890 has more digits than the simulation holds exactly',
    );
  });

  it('grows no item beyond 400 KB', () => {
    expect(() => after(undefined, 'SET t = :v', { ':v': 'x'.repeat(400 * 1024) })).toThrow(
      'Item size to update has exceeded the maximum allowed size',
    );
    expect(after(undefined, 'SET t = :v', { ':v': 'x'.repeat(399 * 1024) })).toBeDefined();
  });
});
