import type { Json, JsonObject } from '../../../../rehearsal/asl/json';
import { only, perform, STARTED, task } from '../perform';

const input = { a: { b: [10, { c: 'deep' }] }, keep: true };

/** Runs one Task whose function answers `result`; what it got and what came out. */
const through = async (fields: JsonObject, result: Json = 'result') => {
  const { calls, ending } = await perform(only(task('f', fields)), { input, functions: { f: () => result } });
  return { payload: calls[0]?.payload, ending };
};

describe('what a task gets', () => {
  // https://states-language.net/spec.html#filters and #payload-template
  const cases: readonly (readonly [string, JsonObject, Json])[] = [
    ['the whole input where nothing is said', {}, input],
    ['what InputPath selects', { InputPath: '$.a.b[1]' }, { c: 'deep' }],
    ['an empty object where InputPath is null', { InputPath: null }, {}],
    [
      'Parameters, with fields that end in .$ filled in',
      { Parameters: { 'x.$': '$.a.b[0]', y: { 'z.$': '$.keep' } } },
      { x: 10, y: { z: true } },
    ],
    [
      'Parameters filled from what InputPath selected',
      { InputPath: '$.a', Parameters: { 'x.$': '$.b[1].c' } },
      { x: 'deep' },
    ],
    ['lists of Parameters filled in too', { Parameters: { all: [1, { 'x.$': '$.keep' }] } }, { all: [1, { x: true }] }],
    [
      'text that looks like a path as it stands, where the field does not end in .$',
      { Parameters: { x: '$.keep' } },
      { x: '$.keep' },
    ],
    [
      'the context object',
      {
        Parameters: {
          'run.$': '$$.Execution.Name',
          'at.$': '$$.Execution.StartTime',
          'id.$': '$$.Execution.Id',
          'signal.$': '$$.Execution.Input.a.b[0]',
          'state.$': '$$.State.Name',
          'machine.$': '$$.StateMachine.Name',
          'machineId.$': '$$.StateMachine.Id',
          'entered.$': '$$.State.EnteredTime',
          'retries.$': '$$.State.RetryCount',
        },
      },
      {
        run: 'run-1',
        at: STARTED,
        id: 'arn:aws:states:us-west-2:111122223333:execution:failover:run-1',
        signal: 10,
        state: 'It',
        machine: 'failover',
        machineId: 'arn:aws:states:us-west-2:111122223333:stateMachine:failover',
        entered: '2026-01-06T09:00:00.004Z',
        retries: 0,
      },
    ],
  ];
  it.each(cases)('is %s', async (_, fields, payload) => {
    expect((await through(fields)).payload).toEqual(payload);
  });
});

describe('what a task leaves', () => {
  // https://states-language.net/spec.html#filters and #reference-paths
  const cases: readonly (readonly [string, JsonObject, Json])[] = [
    ['its result where nothing is said', {}, { says: 'done' }],
    ['its input where ResultPath is null', { ResultPath: null }, input],
    ['its result in the input', { ResultPath: '$.progress' }, { ...input, progress: { says: 'done' } }],
    [
      'its result deep in the input, with objects made on the way',
      { ResultPath: '$.x.y' },
      { ...input, x: { y: { says: 'done' } } },
    ],
    ['its result in place of what was there', { ResultPath: '$.a.b' }, { a: { b: { says: 'done' } }, keep: true }],
    [
      'its result in the raw input, whatever InputPath selected',
      { InputPath: '$.a', ResultPath: '$.p' },
      { ...input, p: { says: 'done' } },
    ],
    ['what ResultSelector makes of the result', { ResultSelector: { 'ok.$': '$.says' } }, { ok: 'done' }],
    ['what OutputPath selects of it all', { ResultPath: '$.p', OutputPath: '$.p.says' }, 'done'],
    ['an empty object where OutputPath is null', { OutputPath: null }, {}],
  ];
  it.each(cases)('is %s', async (_, fields, output) => {
    expect((await through(fields, { says: 'done' })).ending).toMatchObject({ status: 'SUCCEEDED', output });
  });
});

it.each([
  ['InputPath', { InputPath: '$.nope' }, '$.nope', 'InputPath'],
  ['Parameters', { Parameters: { 'm.$': '$.nope' } }, '$.nope', 'm.$'],
  ['a list index beyond the end', { Parameters: { 'm.$': '$.a.b[2]' } }, '$.a.b[2]', 'm.$'],
  ['an index into an object', { Parameters: { 'm.$': '$.a[0]' } }, '$.a[0]', 'm.$'],
  ['a field of a list', { Parameters: { 'm.$': '$.a.b.length' } }, '$.a.b.length', 'm.$'],
  ['a field that every object inherits', { Parameters: { 'm.$': '$.constructor' } }, '$.constructor', 'm.$'],
  ['an item outside a Map', { Parameters: { 'm.$': '$$.Map.Item.Value' } }, '$$.Map.Item.Value', 'm.$'],
  ['ResultSelector', { ResultSelector: { 'm.$': '$.nope' } }, '$.nope', 'm.$'],
  ['OutputPath', { OutputPath: '$.nope' }, '$.nope', 'OutputPath'],
])('ends the execution, past Retry and Catch, where %s finds nothing', async (_, fields, path, field) => {
  // AWS reports States.Runtime, which nothing catches, and keeps States.ParameterPathFailure for the future:
  // https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
  const machine = {
    StartAt: 'It',
    States: {
      It: task('f', {
        ...fields,
        Retry: [{ ErrorEquals: ['States.ALL'] }],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
      }),
      Caught: { Type: 'Succeed' },
    },
  };
  const { ending, calls } = await perform(machine, { input, functions: { f: () => ({}) } });
  expect(ending).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  expect(ending.cause).toContain(`The JSONPath '${path}' specified for the field '${field}' could not be found`);
  expect(calls.length).toBeLessThanOrEqual(1);
});

it.each([
  ['a list', []],
  ['text', 'text'],
  ['null', null],
])(
  'fails with States.ResultPathMatchFailure where the input is %s, into which no field can be put',
  async (_, notAnObject) => {
    const { ending } = await perform(only(task('f', { ResultPath: '$.p' })), {
      input: notAnObject,
      functions: { f: () => 1 },
    });
    expect(ending).toMatchObject({ status: 'FAILED', error: 'States.ResultPathMatchFailure' });
  },
);

describe('256 KiB', () => {
  // JSON adds two quotes to a text. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
  const fits = 'x'.repeat(262_144 - 2);
  const caughtAll = (names: readonly string[]) => ({
    StartAt: 'It',
    States: { It: task('f', { Catch: [{ ErrorEquals: names, Next: 'Caught' }] }), Caught: { Type: 'Succeed' } },
  });

  it('may pass between states, and not a byte more', async () => {
    expect((await perform(only(task('f')), { functions: { f: () => fits } })).ending.status).toBe('SUCCEEDED');
    expect((await perform(only(task('f')), { functions: { f: () => `${fits}x` } })).ending).toMatchObject({
      status: 'FAILED',
      error: 'States.DataLimitExceeded',
      cause: 'the result has 262145 bytes; at most 262144 may pass between states',
    });
  });

  it('counts bytes, not characters', async () => {
    const { ending } = await perform(only(task('f')), { functions: { f: () => 'é'.repeat(131_072) } });
    expect(ending.error).toBe('States.DataLimitExceeded');
  });

  it('is a limit that States.ALL does not catch, while its own name does', async () => {
    const functions = { f: () => `${fits}x` };
    expect((await perform(caughtAll(['States.ALL']), { functions })).ending.status).toBe('FAILED');
    expect((await perform(caughtAll(['States.TaskFailed']), { functions })).ending.status).toBe('FAILED');
    expect((await perform(caughtAll(['States.DataLimitExceeded']), { functions })).ending.status).toBe('SUCCEEDED');
  });

  it('holds for what a result makes of the input, too', async () => {
    const machine = only(task('f', { Parameters: { a: 1 }, ResultPath: '$.more' }));
    const { ending } = await perform(machine, {
      input: { much: fits.slice(100) },
      functions: { f: () => 'y'.repeat(200) },
    });
    expect(ending).toMatchObject({
      error: 'States.DataLimitExceeded',
      cause: expect.stringContaining('the output has'),
    });
  });
});

it('passes a fixed Result, or else the input that Parameters made', async () => {
  expect((await perform(only({ Type: 'Pass', Result: { a: 1 }, ResultPath: '$.r', End: true }))).ending.output).toEqual(
    { r: { a: 1 } },
  );
  expect((await perform(only({ Type: 'Pass', Parameters: { a: 1 }, End: true }))).ending.output).toEqual({ a: 1 });
  expect((await perform(only({ Type: 'Pass', Result: null, End: true }), { input: 3 })).ending.output).toBeNull();
});
