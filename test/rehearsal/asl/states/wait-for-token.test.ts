import { TaskFault } from '../../../../rehearsal/asl/faults';
import type { Json } from '../../../../rehearsal/asl/json';
import type { TokenHolder } from '../../../../rehearsal/asl/surroundings';
import { arn, only, perform, sleep, task, type Script } from '../perform';
import { GUIDE, refuses } from '../refuse';

// https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token

const RESOURCE = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
const ask = (more: object = {}) => ({
  Type: 'Task',
  Resource: RESOURCE,
  Parameters: { FunctionName: arn('ask'), Payload: { 'token.$': '$$.Task.Token', 'question.$': '$.q' } },
  End: true,
  ...more,
});

/** Asks, and lets somebody do something with the token some milliseconds after it was issued. */
const asked = (
  state: object,
  acts: readonly (readonly [ms: number, act: (holder: TokenHolder) => void])[],
  more: Script = {},
) =>
  perform(only(state), {
    input: { q: 'go?' },
    functions: { ask: () => 'heard' },
    onToken: (holder) => {
      for (const [ms, act] of acts) setTimeout(() => act(holder), ms);
    },
    ...more,
  });

const yes = (holder: TokenHolder) => holder.succeed({ says: 'yes' }, ['call-1']);
const beat = (holder: TokenHolder) => holder.beat();

it('hands the token to the function, ignores its answer, and ends with what comes back with the token', async () => {
  const { calls, ending, tookMs, tokensOpen, timersLeft } = await asked(ask(), [[60_000, yes]]);
  expect(calls).toMatchObject([{ name: 'ask', payload: { token: 'token-0', question: 'go?' } }]);
  expect(ending).toMatchObject({ status: 'SUCCEEDED', output: { says: 'yes' } });
  expect(tookMs).toBe(4 + 60_000);
  expect(tokensOpen).toEqual([false]);
  expect(timersLeft).toBe(0);
});

it('names the call that returned the token as a cause of what follows', async () => {
  const { events } = await asked(ask(), [[1_000, yes]]);
  expect(events.at(-1)).toMatchObject({ type: 'exited', causes: ['e1', 'call-1'] });
});

it('does not wait for a function that was only queued', async () => {
  const queued = ask({ Parameters: { ...ask().Parameters, InvocationType: 'Event' } });
  const { posts, calls, ending } = await asked(queued, [[1_000, yes]]);
  expect(posts).toEqual([{ resource: arn('ask'), payload: { token: 'token-0', question: 'go?' } }]);
  expect(calls).toEqual([]);
  expect(ending.output).toEqual({ says: 'yes' });
});

it('takes an answer that comes before the function has answered', async () => {
  const functions = { ask: () => sleep(30_000) };
  const { tookMs, ending } = await asked(ask(), [[1_000, yes]], { functions });
  expect(ending.status).toBe('SUCCEEDED');
  expect(tookMs).toBe(4 + 1_000);
});

it('fails as the token says, with an error that can be caught', async () => {
  const { ending } = await asked(ask(), [[1_000, (holder) => holder.fail('Declined', 'not tonight', ['call-1'])]]);
  expect(ending).toMatchObject({ status: 'FAILED', error: 'Declined', cause: 'not tonight' });
});

it('fails as its function fails, because then nobody holds the token', async () => {
  const functions = {
    ask: () => {
      throw new TaskFault('SlackIsDown', 'no answer');
    },
  };
  const { ending, tokensOpen } = await asked(ask(), [], { functions });
  expect(ending).toMatchObject({ status: 'FAILED', error: 'SlackIsDown' });
  expect(tokensOpen).toEqual([false]);
});

it('fails where Lambda does not take the payload', async () => {
  const queued = ask({ Parameters: { ...ask().Parameters, InvocationType: 'Event' } });
  const { ending, tokensOpen } = await asked(queued, [], { refusesPosts: true });
  expect(ending).toMatchObject({ status: 'FAILED', error: 'Lambda.ResourceNotFoundException' });
  expect(tokensOpen).toEqual([false]);
});

it('gives every attempt a token of its own', async () => {
  const state = ask({ TimeoutSeconds: 10, Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 1 }] });
  const { calls, ending, tokensOpen } = await perform(only(state), {
    input: { q: 'go?' },
    functions: { ask: () => null },
    onToken: (holder, _, nth) => void (nth === 1 && setTimeout(() => yes(holder), 500)),
  });
  expect(calls.map(({ payload }) => (payload as { token: Json }).token)).toEqual(['token-0', 'token-1']);
  expect(ending.status).toBe('SUCCEEDED');
  expect(tokensOpen).toEqual([false, false]);
});

describe('while it waits', () => {
  it('runs out of TimeoutSeconds, whatever heart beats', async () => {
    const beats = [5, 10, 15].map((seconds) => [seconds * 1_000, beat] as const);
    const { ending, tookMs } = await asked(ask({ TimeoutSeconds: 18, HeartbeatSeconds: 6 }), beats);
    expect(ending).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(tookMs).toBe(4 + 18_000);
  });

  it('misses the first beat HeartbeatSeconds after it began, and a later one that long after the last', async () => {
    const never = await asked(ask({ HeartbeatSeconds: 6 }), []);
    expect(never.ending).toMatchObject({ status: 'FAILED', error: 'States.Timeout', cause: '' });
    expect(never.tookMs).toBe(4 + 6_000);
    const once = await asked(ask({ HeartbeatSeconds: 6 }), [[4_000, beat]]);
    expect(once.tookMs).toBe(4 + 10_000);
    expect(once.timersLeft).toBe(0);
  });

  it.each([
    ['States.Timeout', 'SUCCEEDED'],
    ['States.ALL', 'SUCCEEDED'],
    ['States.TaskFailed', 'FAILED'],
  ])('a missed beat that %s is to catch ends %s', async (name, status) => {
    const It = ask({ HeartbeatSeconds: 6, Catch: [{ ErrorEquals: [name], Next: 'Silent' }] });
    const { ending } = await perform(
      { StartAt: 'It', States: { It, Silent: { Type: 'Succeed' } } },
      { input: { q: 1 }, functions: { ask: () => null } },
    );
    expect(ending.status).toBe(status);
  });

  it('closes the token when the execution runs out of time', async () => {
    const { ending, tokensOpen } = await perform(
      { ...only(ask()), TimeoutSeconds: 60 },
      { input: { q: 1 }, functions: { ask: () => null } },
    );
    expect(ending.status).toBe('TIMED_OUT');
    expect(tokensOpen).toEqual([false]);
  });
});

refuses(`${GUIDE}/connect-to-resource.html#connect-wait-token`, [
  [
    'a token that is handed to nobody',
    only(ask({ Parameters: { FunctionName: arn('ask'), Payload: {} } })),
    'hand $$.Task.Token to nobody',
  ],
  [
    'a heartbeat no shorter than the time-out',
    only(ask({ HeartbeatSeconds: 60, TimeoutSeconds: 60 })),
    'HeartbeatSeconds: 60 is not less than TimeoutSeconds',
  ],
  ['a heartbeat where nobody can beat', only(task('f', { HeartbeatSeconds: 5 })), 'HeartbeatSeconds: is not simulated'],
]);

it('fails where a task that waits for no token asks for one', async () => {
  const { ending } = await perform(only(task('f', { Parameters: { 'token.$': '$$.Task.Token' } })), {});
  expect(ending).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
});
