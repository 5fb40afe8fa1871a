import type { JsonObject } from '../../../rehearsal/asl/json';
import { only, perform, sleep, task } from './perform';

const slow = async () => {
  await sleep(600_000);
  return 'late';
};

describe('the time-out of the machine', () => {
  it('ends it on the second, wherever it is, without error and cause', async () => {
    const { ending, calls, tookMs, timersLeft } = await perform(
      { TimeoutSeconds: 60, ...only(task('f', { TimeoutSeconds: 90 })) },
      { functions: { f: slow } },
    );
    expect(ending).toEqual({ status: 'TIMED_OUT', causes: ['alarm-1'] });
    expect(tookMs).toBe(60_000);
    expect(calls[0]?.cancelled.aborted).toBe(true);
    expect(timersLeft).toBe(0);
  });

  it('is no error that a Catch could see', async () => {
    const machine = {
      TimeoutSeconds: 60,
      StartAt: 'It',
      States: {
        It: task('f', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }] }),
        Caught: { Type: 'Succeed' },
      },
    };
    expect((await perform(machine, { functions: { f: slow } })).ending.status).toBe('TIMED_OUT');
  });

  it('ends a delay before a retry, too', async () => {
    const retry = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 600 }];
    const machine = { TimeoutSeconds: 60, ...only(task('f', { TimeoutSeconds: 1, Retry: retry })) };
    expect(await perform(machine, { functions: { f: slow } })).toMatchObject({ tookMs: 60_000, timersLeft: 0 });
  });

  it('leaves no timer behind when the machine is in time', async () => {
    const { ending, timersLeft } = await perform({ TimeoutSeconds: 60, ...only({ Type: 'Succeed' }) });
    expect(ending.status).toBe('SUCCEEDED');
    expect(timersLeft).toBe(0);
  });
});

it('stops everything at the time-out, iterations included, and records nothing more', async () => {
  const step = { StartAt: 'In', States: { In: task('f', { TimeoutSeconds: 900 }) } };
  const machine = { TimeoutSeconds: 60, ...only({ Type: 'Map', End: true, ItemProcessor: step }) };
  const { calls, events, timersLeft } = await perform(machine, { input: [1, 2], functions: { f: slow } });
  expect(events.map(({ type }) => type)).toEqual(['entered', 'entered', 'entered']);
  expect(calls.map(({ cancelled }) => cancelled.aborted)).toEqual([true, true]);
  expect(timersLeft).toBe(0);
});

describe('25,000 history events', () => {
  // https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html; that the 25,000th is the failure, and that an
  // endless Choice gets there after 12,499 rounds, is measured: https://github.com/floci-io/floci/issues/2734
  const tooMany = {
    status: 'FAILED',
    error: 'States.Runtime',
    cause: 'The execution reached the maximum number of history events (25000).',
  };

  it('end a Choice that leads to itself', async () => {
    const machine = {
      StartAt: 'Loop',
      States: { Loop: { Type: 'Choice', Choices: [{ Variable: '$.spin', BooleanEquals: true, Next: 'Loop' }] } },
    };
    const { ending, events } = await perform(machine, { input: { spin: true } });
    expect(ending).toMatchObject(tooMany);
    expect(events.map(({ type }) => type)).toHaveLength(2 * 12_499);
    expect(events.at(-1)?.type).toBe('exited');
  });

  it('count five for a task, two for a choice, and one for the start', async () => {
    const machine = {
      StartAt: 'Ask',
      States: {
        Ask: task('f', { ResultPath: null, Next: 'Again?' }),
        'Again?': { Type: 'Choice', Choices: [{ Variable: '$.spin', BooleanEquals: true, Next: 'Ask' }] },
      },
    };
    const { ending, calls } = await perform(machine, { input: { spin: true }, functions: { f: () => null } });
    expect(ending).toMatchObject(tooMany);
    expect(calls).toHaveLength(Math.floor((24_999 - 1) / 7));
  });
});

it('draws the time of each transition from the table of latencies', async () => {
  const machine = { StartAt: 'One', States: { One: { Type: 'Pass', Next: 'Two' }, Two: { Type: 'Succeed' } } };
  expect((await perform(machine, { random: () => 0 })).tookMs).toBe(8);
  expect((await perform(machine, { random: () => 0.999 })).tookMs).toBe(72);
});

describe('a phase of a journey: start, ask whether it is done, wait, poll', () => {
  const step = (ask: string): JsonObject => ({ Parameters: { ask, 'step.$': '$.step' }, ResultPath: '$.progress' });
  const fault = [{ ErrorEquals: ['States.ALL'], ResultPath: '$.fault', Next: 'Step failed' }];
  const machine = {
    StartAt: 'Fence',
    States: {
      Fence: {
        Type: 'Map',
        ItemsPath: '$.phases.fence',
        ItemSelector: { 'step.$': '$$.Map.Item.Value' },
        ResultPath: '$.results',
        End: true,
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' },
          StartAt: 'Start fence',
          States: {
            'Start fence': task('fence', { ...step('start'), Catch: fault, Next: 'Fence done?' }),
            'Fence done?': {
              Type: 'Choice',
              Choices: [{ Variable: '$.progress.says', StringEquals: 'pending', Next: 'Wait for fence' }],
              Default: 'Step ended',
            },
            'Wait for fence': { Type: 'Wait', SecondsPath: '$.progress.againInSeconds', Next: 'Poll fence' },
            'Poll fence': task('fence', { ...step('poll'), Catch: fault, Next: 'Fence done?' }),
            'Step failed': { Type: 'Pass', Next: 'Step ended' },
            'Step ended': { Type: 'Succeed' },
          },
        },
      },
    },
  };

  it('polls each step until it is done, and no longer', async () => {
    const fence = ({ payload }: { payload: unknown }, nth: number) => {
      const { step: name } = payload as { step: string };
      return nth < 5 && name === 'gate' ? { says: 'pending', againInSeconds: 10 } : { says: 'done' };
    };
    const { calls, ending } = await perform(machine, {
      input: { phases: { fence: ['gate', 'aurora'] } },
      functions: { fence },
    });
    expect(calls.map(({ payload }) => payload)).toEqual([
      { ask: 'start', step: 'gate' },
      { ask: 'start', step: 'aurora' },
      ...Array.from({ length: 4 }, () => ({ ask: 'poll', step: 'gate' })),
    ]);
    expect(ending.output).toMatchObject({
      results: [{ step: 'gate', progress: { says: 'done' } }, { step: 'aurora' }],
    });
  });
});
