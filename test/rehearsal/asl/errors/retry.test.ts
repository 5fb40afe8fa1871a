import { TaskFault } from '../../../../rehearsal/asl/faults';
import { only, perform, task, type Script } from '../perform';

const ALL = ['States.ALL'];

/** Runs a Task with a Retry; the function fails with each error in turn, then answers. */
const retried = async (retry: readonly object[], errors: readonly string[], script: Script = {}) => {
  const f = (_: unknown, nth: number) => {
    const error = errors[nth];
    if (error !== undefined) throw new TaskFault(error, `because ${error}`);
    return 'done';
  };
  const performed = await perform(only(task('f', { Retry: retry })), { ...script, functions: { f } });
  const starts = performed.calls.map(({ ms }) => ms);
  /** Seconds between the attempts. */
  const gaps = starts.slice(1).map((ms, index) => (ms - (starts[index] ?? 0)) / 1000);
  return { ...performed, gaps };
};

const failing = (times: number) => Array.from({ length: times }, () => 'X');

// https://states-language.net/spec.html#retrying-after-error
// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
it.each([
  ['1 s, doubled, three times where nothing is said', {}, 4, [1, 2, 4], 'FAILED'],
  [
    'the interval, grown by the rate',
    { IntervalSeconds: 3, BackoffRate: 1.5, MaxAttempts: 3 },
    3,
    [3, 4.5, 6.75],
    'SUCCEEDED',
  ],
  ['the same interval at a rate of 1', { IntervalSeconds: 2, BackoffRate: 1 }, 3, [2, 2, 2], 'SUCCEEDED'],
  ['never more than the cap', { MaxDelaySeconds: 3, MaxAttempts: 4 }, 4, [1, 2, 3, 3], 'SUCCEEDED'],
  ['not at all with 0 attempts', { MaxAttempts: 0 }, 1, [], 'FAILED'],
])('waits %s', async (_, retrier, times, gaps, status) => {
  const performed = await retried([{ ErrorEquals: ALL, ...retrier }], failing(times));
  expect(performed.gaps).toEqual(gaps);
  expect(performed.ending.status).toBe(status);
  expect(performed.timersLeft).toBe(0);
});

it('draws between nothing and the capped delay with FULL jitter, and not at all with NONE', async () => {
  const retrier = { ErrorEquals: ALL, IntervalSeconds: 4, MaxDelaySeconds: 6 };
  const random = () => 0.5;
  expect((await retried([{ ...retrier, JitterStrategy: 'FULL' }], failing(2), { random })).gaps).toEqual([2, 3]);
  expect((await retried([{ ...retrier, JitterStrategy: 'NONE' }], failing(2), { random })).gaps).toEqual([4, 6]);
});

it('counts for each retrier by itself, and gives up when the first that matches is used up', async () => {
  // The example of the developer guide: A, B, C, B with two attempts for A and B, and 5 s for C.
  const retry = [
    { ErrorEquals: ['A', 'B'], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 2 },
    { ErrorEquals: ['C'], IntervalSeconds: 5 },
  ];
  const { gaps, ending } = await retried(retry, ['A', 'B', 'C', 'B']);
  expect(gaps).toEqual([1, 2, 5]);
  expect(ending).toMatchObject({ status: 'FAILED', error: 'B', cause: 'because B' });
});

it('counts anew when a state is entered anew', async () => {
  const again = { Type: 'Choice', Choices: [{ Variable: '$', NumericGreaterThan: 3, Next: 'End' }], Default: 'Work' };
  const machine = {
    StartAt: 'Work',
    States: {
      Work: task('f', { Retry: [{ ErrorEquals: ['X'], MaxAttempts: 1 }], Next: 'Again?' }),
      'Again?': again,
      End: { Type: 'Succeed' },
    },
  };
  const f = (_: unknown, nth: number) => {
    if (nth % 2 === 0) throw new TaskFault('X', 'every other time');
    return nth;
  };
  const { ending, calls } = await perform(machine, { functions: { f } });
  expect(ending.status).toBe('SUCCEEDED');
  expect(calls).toHaveLength(6);
});

it.each([
  ['States.ALL', 'Anything', 'SUCCEEDED'],
  ['States.TaskFailed', 'Lambda.Unknown', 'SUCCEEDED'],
  ['States.TaskFailed', 'States.Timeout', 'FAILED'],
  ['States.Timeout', 'States.Timeout', 'SUCCEEDED'],
  ['Lambda.Unknown', 'lambda.unknown', 'FAILED'],
])('with %s, an error %s ends %s', async (name, error, status) => {
  expect((await retried([{ ErrorEquals: [name] }], [error])).ending.status).toBe(status);
});

it('tells the task which attempt it is, and the context object how many there were before', async () => {
  const machine = only(task('f', { Parameters: { 'n.$': '$$.State.RetryCount' }, Retry: [{ ErrorEquals: ALL }] }));
  const f = (_: unknown, nth: number) => {
    if (nth < 2) throw new TaskFault('X', 'not yet');
    return 'done';
  };
  const { calls } = await perform(machine, { functions: { f } });
  expect(calls.map(({ at, payload }) => [at.attempt, payload])).toEqual([
    [1, { n: 0 }],
    [2, { n: 1 }],
    [3, { n: 2 }],
  ]);
});

it('retries a whole Parallel with fresh branches', async () => {
  const branch = { StartAt: 'In', States: { In: task('f') } };
  const machine = only({ Type: 'Parallel', Branches: [branch], Retry: [{ ErrorEquals: ALL }], End: true });
  const f = (_: unknown, nth: number) => {
    if (nth === 0) throw new TaskFault('X', 'once');
    return 'done';
  };
  const { ending, calls } = await perform(machine, { functions: { f } });
  expect(ending).toMatchObject({ status: 'SUCCEEDED', output: ['done'] });
  expect(calls.map(({ at }) => [at.path, at.attempt])).toEqual([
    ['It[0]/In', 1],
    ['It[0]/In', 1],
  ]);
});
