import { compare } from './compare';
import type { Difference, Step } from './contract-case';

const step = (differs?: Difference['moto'], varies: readonly string[] = []): Step => ({
  client: class Client {},
  operation: 'GetOrder',
  region: 'us-east-1',
  input: () => ({}),
  command: class GetOrderCommand {},
  varies,
  differs: differs && { moto: differs, because: 'is young', source: 'https://docs.aws.amazon.com' },
});
const answers = (output: object) => ({ output });
const fails = (error: string, status = 400) => ({ error, status });

describe('a step without a known difference', () => {
  it('passes where both sides answer the same, or refuse by the same name', () => {
    expect(compare(step(), answers({ Id: 'a', At: new Date(0) }), answers({ Id: 'a', At: new Date(9) }))).toEqual([]);
    expect(compare(step(), fails('NotFound'), fails('NotFound'))).toEqual([]);
    expect(compare(step(undefined, ['Id']), answers({ Id: 'a' }), answers({ Id: 'b' }))).toEqual([]);
  });

  it('fails where a member has another value or type, or is missing', () => {
    expect(compare(step(), answers({ Lines: [{ Id: 'a' }] }), answers({ Lines: [{ Id: 'b' }] }))).toEqual([
      'Lines[].Id is "a" here and "b" on moto',
    ]);
    expect(compare(step(undefined, ['Id']), answers({ Id: 'a' }), answers({ Id: 1 }))).toEqual([
      'Id is a string here and a number on moto',
    ]);
    expect(compare(step(), answers({ Lines: [] }), answers({}))).toEqual(['Lines is a list here and missing on moto']);
    expect(compare(step(), answers({ Lines: [1] }), answers({ Lines: [] }))).toEqual([
      'Lines has 1 elements here and 0 on moto',
    ]);
  });

  it('fails where only one side refuses, or by another name', () => {
    expect(compare(step(), answers({}), fails('NotFound'))).toEqual(['the simulation answers {}, moto NotFound']);
    expect(compare(step(), fails('Gone'), fails('NotFound'))).toEqual(['the simulation answers Gone, moto NotFound']);
  });
});

describe('a known difference', () => {
  it('covers exactly what it says', () => {
    expect(compare(step({ members: ['Id'] }), answers({ Id: 'a' }), answers({}))).toEqual([]);
    expect(compare(step({ members: ['Id'] }), answers({ Id: 'a', To: 1 }), answers({}))).toHaveLength(1);
    expect(compare(step({ error: 'Gone' }), fails('NotFound'), fails('Gone'))).toEqual([]);
    expect(compare(step({ error: 'Gone' }), fails('NotFound'), fails('Lost'))).toHaveLength(1);
    expect(compare(step('success'), fails('NotFound'), answers({}))).toEqual([]);
    expect(compare(step('no such operation'), answers({}), fails('InternalFailure', 500))).toEqual([]);
    expect(compare(step('no such operation'), answers({}), answers({}))).toEqual([
      'moto knows GetOrder now ({}); compare it',
    ]);
  });

  it('fails once it is gone, so that it is deleted', () => {
    expect(compare(step({ members: ['Id'] }), answers({ Id: 'a' }), answers({ Id: 'a' }))).toEqual([
      'moto answers as the simulation does now ({"Id":"a"}); delete the difference',
    ]);
  });
});
