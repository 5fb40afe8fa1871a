import { TaskFault } from '../../../../rehearsal/asl/faults';
import type { JsonObject } from '../../../../rehearsal/asl/json';
import { perform, task } from '../perform';

const caught = (more: JsonObject, ...catchers: readonly JsonObject[]): JsonObject => ({
  StartAt: 'It',
  States: {
    It: task('f', { ...more, Next: 'Went well', Catch: catchers }),
    'Went well': { Type: 'Pass', Result: 'went well', End: true },
    ...Object.fromEntries(catchers.map(({ Next: next }) => [next, { Type: 'Succeed' }])),
  },
});

const boom = {
  f: () => {
    throw new TaskFault('Boom', 'a fuse blew');
  },
};
const fault = { Error: 'Boom', Cause: 'a fuse blew' };

// https://states-language.net/spec.html#fallback-states
it.each([
  ['in place of the input where nothing is said', {}, fault],
  ['in place of the input', { ResultPath: '$' }, fault],
  ['in the input', { ResultPath: '$.fault' }, { a: 1, fault }],
  ['nowhere', { ResultPath: null }, { a: 1 }],
])('puts error and cause %s', async (_, catcher, output) => {
  const machine = caught({}, { ErrorEquals: ['States.ALL'], Next: 'Caught', ...catcher });
  expect((await perform(machine, { input: { a: 1 }, functions: boom })).ending).toMatchObject({
    status: 'SUCCEEDED',
    output,
  });
});

it('puts them in the raw input, past ResultPath and OutputPath of the state', async () => {
  const fields = { InputPath: '$.a', ResultPath: '$.result', OutputPath: '$.result' };
  const machine = caught(fields, { ErrorEquals: ['States.ALL'], Next: 'Caught', ResultPath: '$.fault' });
  const { ending } = await perform(machine, { input: { a: 1 }, functions: boom });
  expect(ending.output).toEqual({ a: 1, fault });
});

it('takes the first catcher that names the error', async () => {
  const machine = caught(
    {},
    { ErrorEquals: ['Bang'], Next: 'Bang' },
    { ErrorEquals: ['Thud', 'Boom'], Next: 'Thud or boom' },
    { ErrorEquals: ['States.ALL'], Next: 'Anything' },
  );
  const { events } = await perform(machine, { functions: boom });
  expect(events.map(({ type, state }) => `${type} ${state}`)).toEqual([
    'entered It',
    'failed It',
    'caught It',
    'exited It',
    'entered Thud or boom',
    'exited Thud or boom',
  ]);
});

it('comes after Retry', async () => {
  const machine = caught(
    { Retry: [{ ErrorEquals: ['Boom'], MaxAttempts: 2 }] },
    { ErrorEquals: ['Boom'], Next: 'Caught' },
  );
  const { calls, ending } = await perform(machine, { functions: boom });
  expect(calls).toHaveLength(3);
  expect(ending.output).toEqual(fault);
});

it('does not see what it does not name', async () => {
  const machine = caught({}, { ErrorEquals: ['Bang'], Next: 'Caught' });
  expect((await perform(machine, { functions: boom })).ending).toMatchObject({
    status: 'FAILED',
    error: 'Boom',
    cause: 'a fuse blew',
  });
});

it('chains the error to what it led to, so that a trace tells why Undo ran', async () => {
  const machine = caught({}, { ErrorEquals: ['Boom'], Next: 'Undo' });
  const { events } = await perform(machine, {
    functions: {
      f: () => {
        throw new TaskFault('Boom', 'a fuse blew', ['call-7']);
      },
    },
  });
  const chain = events.map(({ id, type, causes }) => [id, type, ...causes]);
  expect(chain).toEqual([
    ['e1', 'entered', 'alarm-1'],
    ['e2', 'failed', 'call-7'],
    ['e3', 'caught', 'e2'],
    ['e4', 'exited', 'e3'],
    ['e5', 'entered', 'e4'],
    ['e6', 'exited', 'e5'],
  ]);
});

it('leaves an error of the simulation itself alone, which must never look like a failed task', async () => {
  const machine = caught({}, { ErrorEquals: ['States.ALL'], Next: 'Caught' });
  const functions = {
    f: () => {
      throw new TypeError('the simulation has a bug');
    },
  };
  await expect(perform(machine, { functions })).rejects.toThrow('the simulation has a bug');
});
