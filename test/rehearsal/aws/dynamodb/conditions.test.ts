import { marshall } from '@aws-sdk/util-dynamodb';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { createTable } from './table';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const item = {
  epoch: 7,
  leader: 'us-east-1',
  on: true,
  nothing: null,
  tags: new Set(['red', 'blue']),
  counts: new Set([1, 2]),
  things: ['a', { deep: 5 }],
  nested: { deeper: { flag: false } },
  text: 'München',
};

const meets = (ConditionExpression: string, values: object = {}, names?: Record<string, string>): boolean => {
  const { put } = createTable(world);
  put(item);
  const ExpressionAttributeValues = Object.keys(values).length > 0 ? marshall(values) : undefined;
  try {
    put({ ...item, epoch: 8 }, { ConditionExpression, ExpressionAttributeValues, ExpressionAttributeNames: names });
    return true;
  } catch (fault) {
    if ((fault as Error).name === 'ConditionalCheckFailedException') return false;
    throw fault;
  }
};

describe('a condition', () => {
  it.each<[string, object, boolean]>([
    ['epoch = :v', { ':v': 7 }, true],
    ['epoch = :v', { ':v': '7' }, false],
    ['epoch <> :v', { ':v': 8 }, true],
    ['epoch < :v', { ':v': 10 }, true],
    ['epoch <= :v', { ':v': 7 }, true],
    ['epoch > :v', { ':v': 7 }, false],
    ['epoch >= :v', { ':v': '1' }, false],
    ['leader < :v', { ':v': 'us-west-2' }, true],
    ['leader IN (:a, :b)', { ':a': 'x', ':b': 'us-east-1' }, true],
    ['leader in (:a)', { ':a': 'x' }, false],
    ['epoch BETWEEN :a AND :b', { ':a': 7, ':b': 9 }, true],
    ['epoch between :a and :b', { ':a': 8, ':b': 9 }, false],
    ['begins_with(leader, :v)', { ':v': 'us-' }, true],
    ['begins_with(leader, :v)', { ':v': 'eu-' }, false],
    ['contains(leader, :v)', { ':v': 'east' }, true],
    ['contains(tags, :v)', { ':v': 'red' }, true],
    ['contains(counts, :v)', { ':v': 3 }, false],
    ['contains(things, :v)', { ':v': 'a' }, true],
    ['attribute_exists(leader)', {}, true],
    ['attribute_exists(gone)', {}, false],
    ['attribute_not_exists(gone)', {}, true],
    ['attribute_not_exists(pk)', {}, false],
    ['attribute_type(tags, :v)', { ':v': 'SS' }, true],
    ['size(things) = :v', { ':v': 2 }, true],
    ['size(leader) > :v', { ':v': 9 }, false],
    ['things[1].deep = :v', { ':v': 5 }, true],
    ['things[9] = :v', { ':v': 5 }, false],
    ['attribute_exists(nested.deeper.flag)', {}, true],
    ['tags = :v', { ':v': new Set(['blue', 'red']) }, true],
    ['counts = :v', { ':v': new Set([1]) }, false],
    ['nothing = :v', { ':v': null }, true],
  ])('%s with %p is %p', (expression, values, expected) => {
    expect(meets(expression, values)).toBe(expected);
  });

  it.each<[string, boolean]>([
    ['gone = :v', false],
    ['gone <> :v', true],
    ['gone < :v', false],
    ['NOT gone = :v', true],
  ])('finds that a missing attribute differs from everything: %s is %p', (expression, expected) => {
    expect(meets(expression, { ':v': 1 })).toBe(expected);
  });

  it.each<[string, boolean]>([
    ['epoch = :no AND epoch = :no OR epoch = :yes', true],
    ['epoch = :no AND (epoch = :no OR epoch = :yes)', false],
    ['NOT epoch = :no AND epoch = :yes', true],
    ['NOT (epoch = :no OR epoch = :yes)', false],
    ['epoch = :yes OR epoch = :no AND epoch = :no', true],
  ])('binds NOT before AND before OR: %s is %p', (expression, expected) => {
    expect(meets(expression, { ':yes': 7, ':no': 1 })).toBe(expected);
  });

  it('reads names through placeholders, so that reserved words and dots can be used', () => {
    expect(meets('#m.#i.#f = :v', { ':v': false }, { '#m': 'nested', '#i': 'deeper', '#f': 'flag' })).toBe(true);
    expect(meets('attribute_not_exists(#dotted)', {}, { '#dotted': 'nested.deeper' })).toBe(true);
  });

  it.each<[string, object, string]>([
    ['', {}, 'Invalid ConditionExpression: The expression can not be empty;'],
    ['leader = ', {}, 'Invalid ConditionExpression: Syntax error; token: "<EOF>", near: "="'],
    ['leader == :v', { ':v': 1 }, 'Invalid ConditionExpression: Syntax error; token: "=", near: "= = :v"'],
    ['(leader = :v', { ':v': 1 }, 'Invalid ConditionExpression: Syntax error; token: "<EOF>", near: ":v"'],
    [
      'leader = :v leader',
      { ':v': 1 },
      'Invalid ConditionExpression: Syntax error; token: "leader", near: ":v leader"',
    ],
    ['exists(leader)', {}, 'Invalid ConditionExpression: Invalid function name; function: exists'],
    [
      'region = :v',
      { ':v': 1 },
      'Invalid ConditionExpression: Attribute name is a reserved keyword; reserved keyword: region',
    ],
    [
      '#r = :v',
      { ':v': 1 },
      'Invalid ConditionExpression: An expression attribute name used in the document path is not defined; attribute name: #r',
    ],
    [
      'leader = :v',
      {},
      'Invalid ConditionExpression: An expression attribute value used in expression is not defined; attribute value: :v',
    ],
    [
      'leader = :v',
      { ':v': 1, ':w': 2 },
      'Value provided in ExpressionAttributeValues unused in expressions: keys: {:w}',
    ],
    [
      'begins_with(leader, :v)',
      { ':v': 1 },
      'Invalid ConditionExpression: Incorrect operand type for operator or function; operator or function: begins_with, operand type: N',
    ],
    [
      'epoch < :v',
      { ':v': true },
      'Invalid ConditionExpression: Incorrect operand type for operator or function; operator or function: <, operand type: BOOL',
    ],
    [
      'attribute_exists(:v)',
      { ':v': 'leader' },
      'Invalid ConditionExpression: Operator or function requires a document path; operator or function: attribute_exists',
    ],
  ])('%p is refused in the words of AWS', (expression, values, message) => {
    expect(() => meets(expression, values)).toThrow(expect.objectContaining({ name: 'ValidationException', message }));
  });

  it('refuses unused names and empty maps, because AWS does', () => {
    expect(() => meets('epoch = :v', { ':v': 7 }, { '#x': 'x' })).toThrow(
      'Value provided in ExpressionAttributeNames unused in expressions: keys: {#x}',
    );
    expect(() => meets('attribute_exists(epoch)', {}, {})).toThrow('ExpressionAttributeNames must not be empty');
    expect(() => meets('epoch = :v', { ':v': 7 }, { x: 'x' })).toThrow(
      'ExpressionAttributeNames contains invalid key: Syntax error; key: "x"',
    );
  });
});

describe('a failed condition', () => {
  const condition = { ConditionExpression: 'attribute_not_exists(pk)' };

  it('carries the item only when the request asks for it', () => {
    const { put } = createTable(world);
    put({ epoch: 1 });
    expect(() => put({ epoch: 2 }, condition)).toThrow(
      expect.objectContaining({ message: 'The conditional request failed', Item: undefined }),
    );
    expect(() => put({ epoch: 2 }, { ...condition, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })).toThrow(
      expect.objectContaining({ Item: marshall({ pk: 'webshop', sk: 'authority', epoch: 1 }) }),
    );
  });

  it('changes nothing', () => {
    const { put, get } = createTable(world);
    put({ epoch: 1 });
    expect(() => put({ epoch: 2 }, condition)).toThrow('The conditional request failed');
    expect(get().Item).toMatchObject({ epoch: { N: '1' } });
  });
});
