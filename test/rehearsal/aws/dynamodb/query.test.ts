import { marshall } from '@aws-sdk/util-dynamodb';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { createTable } from './table';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const VOTES = ['vote#us-east-1', 'vote#us-east-2', 'vote#us-west-2'];

const filled = () => {
  const table = createTable(world);
  for (const sk of ['run#2', 'vote#us-west-2', 'authority', 'vote#us-east-1', 'vote#us-east-2', 'run#10'])
    table.put({ sk, note: `of ${sk}` });
  table.put({ pk: 'another application', sk: 'vote#us-east-1' });
  return table;
};

const where = (KeyConditionExpression: string, values: object) => ({
  KeyConditionExpression,
  ExpressionAttributeValues: marshall({ ':pk': 'webshop', ...values }),
});
const votes = where('pk = :pk AND begins_with(sk, :vote)', { ':vote': 'vote#' });
const sortKeys = (answer: { Items: Record<string, { S: string }>[] }) => answer.Items.map(({ sk }) => sk?.S);

describe('a query', () => {
  it.each<[string, object, string[]]>([
    ['pk = :pk', {}, ['authority', 'run#10', 'run#2', ...VOTES]],
    ['pk = :pk AND begins_with(sk, :v)', { ':v': 'vote#' }, VOTES],
    ['begins_with(sk, :v) AND pk = :pk', { ':v': 'vote#' }, VOTES],
    ['pk = :pk AND sk = :v', { ':v': 'run#2' }, ['run#2']],
    ['pk = :pk AND sk < :v', { ':v': 'run#2' }, ['authority', 'run#10']],
    ['pk = :pk AND sk <= :v', { ':v': 'run#2' }, ['authority', 'run#10', 'run#2']],
    ['pk = :pk AND sk > :v', { ':v': 'vote#us-east-1' }, VOTES.slice(1)],
    ['pk = :pk AND sk >= :v', { ':v': 'vote#us-east-2' }, VOTES.slice(1)],
    ['pk = :pk AND sk BETWEEN :v AND :w', { ':v': 'run#', ':w': 'run#2' }, ['run#10', 'run#2']],
    ['(pk = :pk) AND (sk = :v)', { ':v': 'nothing' }, []],
  ])('%s answers one partition in the order of its sort key', (expression, values, expected) => {
    expect(sortKeys(filled().query(where(expression, values)))).toEqual(expected);
  });

  it('runs backwards on request', () => {
    expect(sortKeys(filled().query({ ...votes, ScanIndexForward: false }))).toEqual([...VOTES].reverse());
  });

  it('goes page by page, and has a continuation even when a full page was the last one', () => {
    const { query } = filled();
    const first = query({ ...votes, Limit: 2 });
    expect(sortKeys(first)).toEqual(VOTES.slice(0, 2));
    const second = query({ ...votes, Limit: 1, ExclusiveStartKey: first.LastEvaluatedKey });
    expect(sortKeys(second)).toEqual(VOTES.slice(2));
    expect(second.LastEvaluatedKey).toEqual(marshall({ pk: 'webshop', sk: 'vote#us-west-2' }));
    const third = query({ ...votes, ExclusiveStartKey: second.LastEvaluatedKey });
    expect(third).toEqual({ Items: [], Count: 0, ScannedCount: 0 });
  });

  it('ends a page at 1 MB', () => {
    const { put, query } = createTable(world);
    for (const sk of ['a', 'b', 'c', 'd']) put({ sk, text: 'x'.repeat(390 * 1024) });
    const first = query(where('pk = :pk', {}));
    expect(sortKeys(first)).toEqual(['a', 'b', 'c']);
    expect(sortKeys(query({ ...where('pk = :pk', {}), ExclusiveStartKey: first.LastEvaluatedKey }))).toEqual(['d']);
  });

  it('answers only what the projection names', () => {
    const answer = filled().query({ ...votes, ProjectionExpression: 'note', Limit: 1 });
    expect(answer.Items).toEqual([marshall({ note: 'of vote#us-east-1' })]);
  });

  it.each<[string, object, string]>([
    ['sk = :v', { ':v': 'a' }, 'Query condition missed key schema element: pk'],
    ['pk > :pk', {}, 'Query condition missed key schema element: pk'],
    ['pk = :pk AND note = :v', { ':v': 'a' }, 'Query condition missed key schema element: sk'],
    ['pk = :pk OR sk = :v', { ':v': 'a' }, 'Invalid operator used in KeyConditionExpression: OR'],
    ['pk = :pk AND sk <> :v', { ':v': 'a' }, 'Invalid operator used in KeyConditionExpression: <>'],
    ['pk = :pk AND contains(sk, :v)', { ':v': 'a' }, 'Invalid operator used in KeyConditionExpression: CONTAINS'],
    ['pk = :pk AND pk = :pk', {}, 'KeyConditionExpressions must only contain one condition per key'],
  ])('%s is refused in the words of AWS', (expression, values, message) => {
    const pk = expression.includes(':pk') ? { ':pk': 'webshop' } : {};
    const request = { KeyConditionExpression: expression, ExpressionAttributeValues: marshall({ ...pk, ...values }) };
    expect(() => filled().query(request)).toThrow(expect.objectContaining({ name: 'ValidationException', message }));
  });

  it('is refused without a key condition, or with a page of nothing', () => {
    expect(() => filled().query({})).toThrow('Either the KeyConditions or KeyConditionExpression parameter must be');
    expect(() => filled().query({ ...votes, Limit: 0 })).toThrow("Value '0' at 'limit' failed to satisfy constraint");
  });
});
