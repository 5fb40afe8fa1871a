import { arn, only, perform, sleep, task } from '../perform';

it('calls its function with its payload and passes the answer on', async () => {
  const { calls, ending } = await perform(only(task('assess')), {
    input: { a: 1 },
    functions: { assess: () => ({ b: 2 }) },
  });
  expect(calls).toMatchObject([
    { name: 'assess', payload: { a: 1 }, at: { state: 'It', path: 'It', attempt: 1, causes: ['e1'] } },
  ]);
  expect(ending).toMatchObject({ status: 'SUCCEEDED', output: { b: 2 } });
});

const slow = async () => {
  await sleep(31_000);
  return 'late';
};

it('fails with States.Timeout after TimeoutSeconds, and tells the function that nobody waits', async () => {
  const { calls, ending, tookMs, timersLeft } = await perform(only(task('f', { TimeoutSeconds: 30 })), {
    functions: { f: slow },
  });
  expect(ending).toMatchObject({ status: 'FAILED', error: 'States.Timeout', cause: '' });
  expect(tookMs).toBe(4 + 30_000);
  expect(calls[0]?.cancelled.aborted).toBe(true);
  expect(timersLeft).toBe(0);
});

it('gives every attempt its own TimeoutSeconds', async () => {
  const retry = [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 2, IntervalSeconds: 1, BackoffRate: 1 }];
  const f = (_: unknown, nth: number) => (nth < 2 ? slow() : 'in time');
  const { calls, ending } = await perform(only(task('f', { TimeoutSeconds: 30, Retry: retry })), { functions: { f } });
  expect(calls.map(({ ms }) => ms)).toEqual([4, 31_004, 62_004]);
  expect(ending.output).toBe('in time');
});

it('waits without TimeoutSeconds for as long as the function takes, and leaves no timer', async () => {
  const { ending, timersLeft } = await perform(only(task('f')), { functions: { f: slow } });
  expect(ending.output).toBe('late');
  expect(timersLeft).toBe(0);
});

it('takes the timer of a task that was in time off the clock', async () => {
  const { tookMs, timersLeft } = await perform(only(task('f', { TimeoutSeconds: 30 })), { functions: { f: () => 1 } });
  expect(tookMs).toBe(4);
  expect(timersLeft).toBe(0);
});

describe('lambda:invoke', () => {
  const post = (parameters: object, more: object = {}) =>
    only({
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: arn('announce'), InvocationType: 'Event', ...parameters },
      End: true,
      ...more,
    });

  it('hands the payload over and goes on at once, whatever the function then does', async () => {
    const { calls, posts, ending, tookMs } = await perform(post({ Payload: { 'news.$': '$.a' } }), { input: { a: 1 } });
    expect(posts).toEqual([{ resource: arn('announce'), payload: { news: 1 } }]);
    expect(calls).toEqual([]);
    expect(tookMs).toBe(4);
    expect(ending.output).toMatchObject({ StatusCode: 202 });
  });

  it('fails, and can be caught, where Lambda does not accept it', async () => {
    const { ending } = await perform(post({ Payload: {} }), { refusesPosts: true });
    expect(ending).toMatchObject({ status: 'FAILED', error: 'Lambda.ResourceNotFoundException' });
  });

  it.each([
    ['a call that waits', { InvocationType: 'RequestResponse' }],
    ['a qualifier', { Qualifier: '1' }],
  ])('does not guess at %s', async (_, parameters) => {
    await expect(perform(post(parameters))).rejects.toThrow(/lambda:invoke/);
  });
});
