import { TaskFault } from '../../../../rehearsal/asl/faults';
import type { Json, JsonObject } from '../../../../rehearsal/asl/json';
import { only, perform, sleep, task } from '../perform';

const INLINE = { ProcessorConfig: { Mode: 'INLINE' } };
const over = (processor: JsonObject, more: JsonObject = {}) =>
  only({
    Type: 'Map',
    End: true,
    ItemProcessor: { ...INLINE, StartAt: 'Start step', States: { 'Start step': processor } },
    ...more,
  });

const echo = ({ payload }: { payload: Json }) => payload;

it('gives every iteration its item, and passes on what they answered, in order', async () => {
  const f = async ({ payload }: { payload: Json }) => {
    await sleep(10_000 - Number(payload));
    return `item ${String(payload)}`;
  };
  const { calls, ending } = await perform(over(task('f')), { input: [1, 2, 3], functions: { f } });
  expect(calls.map(({ payload, at }) => [payload, at.path])).toEqual([
    [1, 'It[0]/Start step'],
    [2, 'It[1]/Start step'],
    [3, 'It[2]/Start step'],
  ]);
  expect(ending.output).toEqual(['item 1', 'item 2', 'item 3']);
});

it('takes the items from ItemsPath, and makes inputs of them with ItemSelector', async () => {
  const fields = {
    ItemsPath: '$.phases.fence',
    ItemSelector: {
      'step.$': '$$.Map.Item.Value',
      'nth.$': '$$.Map.Item.Index',
      'move.$': '$.move',
      'by.$': '$$.Map.Item.Value.by',
    },
    ResultPath: '$.results',
  };
  const input = { move: { run: 'r' }, phases: { fence: [{ by: 'a' }, { by: 'b' }] } };
  const { calls, ending } = await perform(over(task('f'), fields), { input, functions: { f: () => 'done' } });
  expect(calls.map(({ payload }) => payload)).toEqual([
    { step: { by: 'a' }, nth: 0, move: { run: 'r' }, by: 'a' },
    { step: { by: 'b' }, nth: 1, move: { run: 'r' }, by: 'b' },
  ]);
  expect(ending.output).toEqual({ ...input, results: ['done', 'done'] });
});

it('lets states of an iteration see its item, and the inner of two', async () => {
  const inner = task('f', { Parameters: { 'item.$': '$$.Map.Item.Value' } });
  const nested = { Type: 'Map', End: true, ItemProcessor: { ...INLINE, StartAt: 'Inner', States: { Inner: inner } } };
  const { ending } = await perform(over(nested), { input: [[1, 2], [3]], functions: { f: echo } });
  expect(ending.output).toEqual([[{ item: 1 }, { item: 2 }], [{ item: 3 }]]);
});

it('does nothing for no items, and goes on', async () => {
  const { ending, calls } = await perform(over(task('f')), { input: [] });
  expect(ending).toMatchObject({ status: 'SUCCEEDED', output: [] });
  expect(calls).toEqual([]);
});

it.each([[{}], ['text'], [null]])('fails with States.Runtime where %p is to be iterated', async (input) => {
  const { ending } = await perform(over(task('f')), { input });
  expect(ending).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  expect(ending.cause).toContain('Reference path "$" must point to array.');
});

it.each([
  ['1', { MaxConcurrency: 1 }, 1],
  ['2', { MaxConcurrency: 2 }, 2],
  ['40, the most there can be, where 0 is said', { MaxConcurrency: 0 }, 40],
  ['40 where nothing is said', {}, 40],
  ['40 where more is said', { MaxConcurrency: 100 }, 40],
])('runs at most %s at a time', async (_, fields, most) => {
  // https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html
  let running = 0;
  let peak = 0;
  const f = async () => {
    peak = Math.max(peak, ++running);
    await sleep(1_000);
    running--;
    return null;
  };
  await perform(over(task('f'), fields), {
    input: Array.from({ length: 45 }, (_each, index) => index),
    functions: { f },
  });
  expect(peak).toBe(most);
});

describe('when an iteration fails', () => {
  const f = async ({ payload }: { payload: Json }) => {
    await sleep(1_000 * Number(payload));
    if (payload === 2) throw new TaskFault('Boom', 'item 2');
    return payload;
  };

  it('stops the others, those that run and those that wait for their turn', async () => {
    const { calls, ending, tookMs, timersLeft } = await perform(over(task('f'), { MaxConcurrency: 2 }), {
      input: [9, 2, 9, 9],
      functions: { f },
    });
    expect(ending).toMatchObject({ status: 'FAILED', error: 'Boom', cause: 'item 2' });
    expect(calls.map(({ cancelled }) => cancelled.aborted)).toEqual([true, true]);
    expect(tookMs).toBe(2_008);
    expect(timersLeft).toBe(0);
  });

  it('lets the siblings finish where the iteration catches its own failure', async () => {
    const processor = {
      ...INLINE,
      StartAt: 'Start step',
      States: {
        'Start step': task('f', {
          Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.fault', Next: 'Failed' }],
          ResultPath: '$.n',
          InputPath: '$.n',
        }),
        Failed: { Type: 'Succeed' },
      },
    };
    const machine = only({ Type: 'Map', End: true, ItemProcessor: processor });
    const { ending } = await perform(machine, { input: [{ n: 1 }, { n: 2 }, { n: 3 }], functions: { f } });
    expect(ending.output).toEqual([{ n: 1 }, { n: 2, fault: { Error: 'Boom', Cause: 'item 2' } }, { n: 3 }]);
  });
});

it('ends the execution, past the Catch of the Map, where a path of an iteration finds nothing', async () => {
  // No MapIterationFailed comes between, as measured: https://github.com/floci-io/floci/issues/2868
  const machine = {
    StartAt: 'It',
    States: {
      It: {
        Type: 'Map',
        End: true,
        ItemProcessor: { StartAt: 'In', States: { In: { Type: 'Pass', Parameters: { 'm.$': '$.nope' }, End: true } } },
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
      },
      Caught: { Type: 'Succeed' },
    },
  };
  const { ending, events } = await perform(machine, { input: [1] });
  expect(ending).toMatchObject({
    status: 'FAILED',
    error: 'States.Runtime',
    cause:
      "An error occurred while executing the state 'In' (entered at the event id #5). " +
      "The JSONPath '$.nope' specified for the field 'm.$' could not be found in the input '1'",
  });
  expect(events.filter(({ type }) => type === 'failed').map(({ path }) => path)).toEqual(['It[0]/In']);
});
