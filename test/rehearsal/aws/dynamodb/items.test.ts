import { marshall } from '@aws-sdk/util-dynamodb';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { ask, authorization } from '../ask-service';
import { createTable, KEY, TABLE } from './table';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

describe('an item', () => {
  it('is read back as it was put, or only what the projection names', () => {
    const { put, get } = createTable(world);
    put({ epoch: 1, map: { a: 1, b: 2 }, things: ['x', 'y', 'z'] });
    expect(get().Item).toEqual(marshall({ ...KEY, epoch: 1, map: { a: 1, b: 2 }, things: ['x', 'y', 'z'] }));
    const projected = get({ ProjectionExpression: '#m.a, things[2], gone', ExpressionAttributeNames: { '#m': 'map' } });
    expect(projected.Item).toEqual(marshall({ map: { a: 1 }, things: ['z'] }));
  });

  it('is absent from the answer where there is none', () => {
    expect(createTable(world).get()).toEqual({});
  });

  it('is replaced whole by a put, which can answer the old one', () => {
    const { put, get } = createTable(world);
    put({ epoch: 1, old: true });
    expect(put({ epoch: 2 }, { ReturnValues: 'ALL_OLD' })).toEqual({
      Attributes: marshall({ ...KEY, epoch: 1, old: true }),
    });
    expect(get().Item).toEqual(marshall({ ...KEY, epoch: 2 }));
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no sort key', { pk: { S: 'a' } }, 'One or more parameter values were invalid: Missing the key sk in the item'],
    [
      'a number as key',
      { pk: { S: 'a' }, sk: { N: '1' } },
      'One or more parameter values were invalid: Type mismatch for key sk expected: S actual: N',
    ],
    [
      'an empty key',
      { pk: { S: '' }, sk: { S: 'b' } },
      'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk',
    ],
    [
      'a value without type',
      { pk: { S: 'a' }, sk: { S: 'b' }, x: {} },
      'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes',
    ],
    [
      'an empty set',
      { pk: { S: 'a' }, sk: { S: 'b' }, x: { SS: [] } },
      'One or more parameter values were invalid: An string set  may not be empty',
    ],
    [
      'a set with twins',
      { pk: { S: 'a' }, sk: { S: 'b' }, x: { L: [{ NS: ['1', '1'] }] } },
      'One or more parameter values were invalid: Input collection [1, 1] contains duplicates.',
    ],
    [
      'a number that is none',
      { pk: { S: 'a' }, sk: { S: 'b' }, x: { N: 'seven' } },
      'The parameter cannot be converted to a numeric value: seven',
    ],
    [
      'more than 400 KB',
      { pk: { S: 'a' }, sk: { S: 'b' }, x: { S: 'x'.repeat(400 * 1024) } },
      'Item size has exceeded the maximum allowed size',
    ],
  ])('is refused with %s', (_what, Item, message) => {
    const { dynamodb } = createTable(world);
    expect(() => ask(world, dynamodb, 'PutItemCommand', { TableName: TABLE, Item })).toThrow(
      expect.objectContaining({ name: 'ValidationException', message }),
    );
  });

  it.each([
    [{ pk: { S: 'a' } }],
    [{ pk: { S: 'a' }, sk: { S: 'b' }, x: { S: 'c' } }],
    [{ pk: { S: 'a' }, sk: { N: '1' } }],
  ])('is not found by %p, which is not its key', (Key) => {
    const { dynamodb } = createTable(world);
    expect(() => ask(world, dynamodb, 'GetItemCommand', { TableName: TABLE, Key })).toThrow(
      'The provided key element does not match the schema',
    );
  });

  it('is known to invariants without a call', () => {
    const { put, dynamodb } = createTable(world);
    expect(dynamodb.item(TABLE, KEY)).toBeUndefined();
    put({ epoch: 3 });
    expect(dynamodb.item(TABLE, KEY)).toEqual({ ...KEY, epoch: 3 });
  });

  it('tells listeners what each write changed, and which call did it', () => {
    const { put, update, dynamodb } = createTable(world);
    const seen: unknown[] = [];
    dynamodb.onWrite((...write) => seen.push(write));
    put({ epoch: 1 });
    update({ UpdateExpression: 'ADD epoch :one', ExpressionAttributeValues: { ':one': { N: '1' } } });
    expect(() => put({}, { ConditionExpression: 'attribute_not_exists(pk)' })).toThrow();
    expect(seen).toEqual([
      [TABLE, undefined, { ...KEY, epoch: 1 }, 'the-call'],
      [TABLE, { ...KEY, epoch: 1 }, { ...KEY, epoch: 2 }, 'the-call'],
    ]);
  });
});

describe('a request', () => {
  it('fails for a table that is not there, and in a Region without replica', () => {
    const { dynamodb, get } = createTable(world);
    const request = { TableName: 'other', Key: marshall(KEY) };
    expect(() => ask(world, dynamodb, 'GetItemCommand', request)).toThrow(
      expect.objectContaining({ name: 'ResourceNotFoundException' }),
    );
    expect(() => get({}, 'eu-west-1')).toThrow(expect.objectContaining({ name: 'ResourceNotFoundException' }));
    expect(() => ask(world, dynamodb, 'GetItemCommand', { Key: marshall(KEY) })).toThrow("Value null at 'tableName'");
  });

  it('names the field on which nobody acts, instead of ignoring it', () => {
    const { get, put } = createTable(world);
    expect(() => get({ ReturnConsumedCapacity: 'TOTAL' })).toThrow('GetItem.ReturnConsumedCapacity is not simulated');
    expect(() => put({}, { Expected: {} })).toThrow('PutItem.Expected is not simulated');
  });

  it('asks for permission on the table in the Region that answers', () => {
    const { dynamodb } = createTable(world);
    expect(authorization(world, dynamodb, 'UpdateItemCommand', { TableName: TABLE })).toEqual([
      { action: 'dynamodb:UpdateItem', resource: 'arn:aws:dynamodb:us-east-1:111122223333:table/authority' },
    ]);
  });
});
