import * as z from 'zod';
import { fenceBy, type Stand } from '../../../lambdas/resources/fence-by';
import { aMove } from '../a-move';
import { EAST, startStage, WEST, type Stage } from '../stage';
import { untilDone, waysOf } from './resource-of';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

interface Was {
  readonly [name: string]: unknown;
  readonly open: boolean;
}

const door = { name: 'door' };

/** A door that can be shut, whatever the test makes of it, and what was asked of it. */
const aDoor = (more: Partial<Stand<Was>> = {}) => {
  const state = {
    open: true,
    stuckForMs: 0,
    faults: { look: '', close: '', reopen: '' },
    looks: 0,
    asked: [] as string[],
  };
  const failIf = (fault: string) => {
    if (fault) throw Object.assign(new Error('said the test'), { name: fault });
  };
  const kind = fenceBy<typeof door, Was>({
    before: z.object({ open: z.boolean() }),
    look: async (_, { limits, region }) => {
      state.looks++;
      state.asked.push(`look ${region} ${limits.path}`);
      failIf(state.faults.look);
      const now = { open: state.open };
      return { closed: !state.open, drainSeconds: 0, now, because: state.open ? 'it is open' : 'it is shut', ...more };
    },
    close: async (_, __, { limits, region }) => {
      state.asked.push(`close ${region} ${limits.path}`);
      failIf(state.faults.close);
      state.open = false;
    },
    reopen: async (_, { open }) => {
      failIf(state.faults.reopen);
      stage.world.clock.after(state.stuckForMs, () => (state.open = open));
      await stage.world.clock.sleep(0);
    },
  });
  return { state, kind };
};

const start = ({ kind }: ReturnType<typeof aDoor>, more = {}) =>
  stage.run(kind.fence.start(door, aMove(), waysOf(stage, aMove(), more)));
const shut = ({ kind }: ReturnType<typeof aDoor>, more = {}) =>
  stage.run(untilDone(stage, kind.fence, door, aMove(), waysOf(stage, aMove(), more)));
const reopen = ({ kind }: ReturnType<typeof aDoor>, before: Was = { open: true }) =>
  stage.run(kind.unfence(door, { region: EAST, before }, stage.outside(WEST)));

describe('fence', () => {
  it('S14 is done when it has looked again and found the writers stopped', async () => {
    const made = aDoor();
    expect(await shut(made)).toEqual({
      says: 'done',
      because: 'door in us-east-1 is closed and drained: it is shut',
    });
    expect(made.state.looks).toBeGreaterThan(2);
  });

  it('S3 S14 believes nobody who says that it is closed until that cannot be older than the fence', async () => {
    const made = aDoor();
    expect(await start(made)).toMatchObject({
      says: 'pending',
      because: 'door in us-east-1 is said to be closed, which may be old news for 15 s',
    });
    const opened = aDoor({ closed: true });
    const startedMs = stage.world.clock.now();
    expect(await shut(opened)).toMatchObject({ says: 'done' });
    expect(stage.world.clock.now() - startedMs).toBeGreaterThanOrEqual(15_000);
  });

  it('S22 asks the old Region by best-effort calls alone', async () => {
    const made = aDoor();
    await start(made);
    expect(new Set(made.state.asked)).toEqual(new Set(['look us-east-1 best-effort', 'close us-east-1 best-effort']));
  });

  it('S28 tells what stood before, and that before it acts', async () => {
    const made = aDoor();
    const told: unknown[] = [];
    await start(made, { aboutToAct: async (before: unknown) => void told.push(before, made.state.open) });
    expect(told).toEqual([{ open: true }, true]);
  });

  it('S10 acts on nothing that is closed already', async () => {
    const made = aDoor();
    made.state.open = false;
    const aboutToAct = jest.fn();
    expect(await shut(made, { aboutToAct })).toMatchObject({ says: 'done' });
    expect(aboutToAct).not.toHaveBeenCalled();
  });

  it.each(['look', 'close'] as const)('F27 is not possible where the old Region fails to %s', async (what) => {
    const made = aDoor();
    made.state.faults[what] = 'TimeoutError';
    expect(await start(made)).toEqual({
      says: 'refused',
      because: 'not possible: door in us-east-1 cannot be closed (TimeoutError: said the test)',
    });
  });

  it('S3 is pending, not done, where nobody can look any more', async () => {
    const made = aDoor();
    const aboutToAct = async () => void (made.state.faults.look = 'AccessDenied');
    expect(await start(made, { aboutToAct })).toMatchObject({
      says: 'pending',
      because: 'door in us-east-1 was told to close, and cannot be looked at (AccessDenied: said the test)',
    });
  });

  it('S14 is not done while something that had begun still goes on', async () => {
    expect(await start(aDoor({ stillBusy: '2 tasks have not stopped' }))).toMatchObject({
      says: 'pending',
      because: 'door in us-east-1 is closed and drains: 2 tasks have not stopped',
    });
  });

  it('S14 waits as long as what nobody can see may go on', async () => {
    const { kind } = aDoor({ drainSeconds: 20 });
    const startedMs = stage.world.clock.now();
    const ways = waysOf(stage, aMove());
    expect(await stage.run(untilDone(stage, kind.fence, door, aMove(), ways))).toMatchObject({ says: 'done' });
    expect(stage.world.clock.now() - startedMs).toBeGreaterThanOrEqual(45_000);
  });

  it('F27 holds a move up for a minute at most', () => expect(aDoor().kind.fence.deadlineSeconds).toBe(60));
});

describe('unfence', () => {
  it('S28 puts back what stood before, and looks', async () => {
    const made = aDoor();
    await start(made);
    expect(await reopen(made)).toEqual({ says: 'done', because: 'door in us-east-1 is open again: it is open' });
    expect(made.state.open).toBe(true);
  });

  it('S3 S28 looks again where it is told how things were before', async () => {
    const made = aDoor();
    await start(made);
    made.state.stuckForMs = 6_000;
    expect(await reopen(made)).toMatchObject({ says: 'done' });
  });

  it('S28 says what could not be taken back', async () => {
    const made = aDoor();
    await start(made);
    made.state.faults.reopen = 'AccessDenied';
    expect(await reopen(made)).toEqual({
      says: 'refused',
      because: 'door in us-east-1 may be as the fence left it (AccessDenied: said the test)',
    });
    made.state.faults.reopen = '';
    expect(await reopen(made, { open: false })).toEqual({
      says: 'refused',
      because: 'door in us-east-1 is still closed: it is shut',
    });
  });

  it('S32 takes nothing back by a note that it cannot read', async () => {
    const made = aDoor();
    await start(made);
    expect(await reopen(made, { open: 'wide' } as never)).toMatchObject({ says: 'refused' });
    expect(made.state.open).toBe(false);
  });
});

it('S18 is not ready to take over where a fence still stands', async () => {
  const { state, kind } = aDoor();
  const ask = () => stage.run(kind.readiness(door, WEST, stage.outside(WEST)));
  expect(await ask()).toMatchObject({ says: 'ready', because: 'door in us-west-2: it is open' });
  state.open = false;
  expect(await ask()).toMatchObject({ says: 'not-ready', because: expect.stringContaining('still fenced') as string });
});
