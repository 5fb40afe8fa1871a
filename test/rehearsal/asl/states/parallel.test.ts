import { TaskFault } from '../../../../rehearsal/asl/faults';
import type { JsonObject } from '../../../../rehearsal/asl/json';
import { perform, sleep, task } from '../perform';

const branch = (name: string, state: JsonObject) => ({ StartAt: name, States: { [name]: state } });

const machine = (more: JsonObject = {}) => ({
  StartAt: 'Make ready',
  States: {
    'Make ready': {
      Type: 'Parallel',
      Branches: [branch('Promote', task('promote')), branch('Scale', task('scale'))],
      Next: 'Prove',
      ...more,
    },
    Prove: task('prove'),
    ...(more.Catch ? { Undo: task('undo') } : {}),
  },
});

const echo = ({ payload }: { payload: unknown }) => payload as JsonObject;

it('gives every branch the same input, and passes on what they answered, in order', async () => {
  const scale = async () => 'scaled';
  const promote = async () => {
    await sleep(60_000);
    return 'promoted';
  };
  const { calls, ending, tookMs } = await perform(machine(), {
    input: { a: 1 },
    functions: { promote, scale, prove: echo },
  });
  expect(calls.map(({ name, payload, at, ms }) => [name, payload, at.path, ms])).toEqual([
    ['promote', { a: 1 }, 'Make ready[0]/Promote', 8],
    ['scale', { a: 1 }, 'Make ready[1]/Scale', 8],
    ['prove', ['promoted', 'scaled'], 'Prove', 60_012],
  ]);
  expect(ending.output).toEqual(['promoted', 'scaled']);
  expect(tookMs).toBe(60_012);
});

it('names the ends of all branches as causes of what follows', async () => {
  const { events } = await perform(machine(), { functions: { promote: echo, scale: echo, prove: echo } });
  const ends = events.filter(({ type, path }) => type === 'exited' && path.includes('/')).map(({ id }) => id);
  expect(ends).toHaveLength(2);
  expect(events.find(({ type, state }) => type === 'exited' && state === 'Make ready')?.causes).toEqual(ends);
});

describe('when a branch fails', () => {
  const scale = () => {
    throw new TaskFault('Scale.Refused', 'no capacity');
  };
  const promote = async () => {
    await sleep(60_000);
    return 'promoted';
  };

  it('stops the others at once, and hands the error to its own Catch', async () => {
    const catching = machine({ Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.fault', Next: 'Undo' }] });
    const functions = { promote, scale, prove: echo, undo: echo };
    const { calls, ending, events, timersLeft } = await perform(catching, { functions });
    expect(ending.output).toEqual({ fault: { Error: 'Scale.Refused', Cause: 'no capacity' } });
    expect(calls.map(({ name }) => name)).toEqual(['promote', 'scale', 'undo']);
    expect(calls[0]?.cancelled.aborted).toBe(true);
    expect(events.filter(({ state }) => state === 'Promote').map(({ type }) => type)).toEqual(['entered']);
    expect(timersLeft).toBe(0);
  });

  it('hears nothing more of the others, even where being cancelled is a fault to them', async () => {
    const obedient = ({ cancelled }: { cancelled: AbortSignal }) =>
      new Promise((_, reject) => {
        cancelled.addEventListener('abort', () => reject(new TaskFault('Lambda.Unknown', 'the connection was closed')));
      });
    const { ending, events } = await perform(machine(), { functions: { promote: obedient, scale } });
    expect(ending.error).toBe('Scale.Refused');
    expect(events.filter(({ type }) => type === 'failed').map(({ state }) => state)).toEqual(['Scale', 'Make ready']);
  });

  it('names the failed state as the cause of its own failure', async () => {
    const { ending, events } = await perform(machine(), { functions: { promote, scale } });
    const [inner, outer] = events.filter(({ type }) => type === 'failed');
    expect(inner).toMatchObject({ path: 'Make ready[1]/Scale', error: 'Scale.Refused', cause: 'no capacity' });
    expect(outer).toMatchObject({ path: 'Make ready', error: 'Scale.Refused', causes: [inner?.id] });
    expect(ending).toMatchObject({ status: 'FAILED', error: 'Scale.Refused', causes: [outer?.id] });
  });

  it('stops waits of others too, and branches within branches', async () => {
    const waiting = branch('Nested', {
      Type: 'Parallel',
      End: true,
      Branches: [
        branch('Wait', { Type: 'Wait', Seconds: 600, End: true }),
        branch('Long', task('promote', { TimeoutSeconds: 90 })),
      ],
    });
    const { tookMs, timersLeft } = await perform(machine({ Branches: [waiting, branch('Scale', task('late'))] }), {
      functions: {
        promote,
        late: async () => {
          await sleep(5_000);
          return scale();
        },
      },
    });
    expect(tookMs).toBe(5_008);
    expect(timersLeft).toBe(0);
  });
});
