import { beginCoolDown, coolDownEndsMs, movesToday } from '../../../lambdas/authority/cool-down';
import { aMove, lead } from '../a-move';
import { OHIO, startStage, WEST, type Stage } from '../stage';

const at = (hours: number) => new Date(Date.UTC(2026, 0, 6, hours)).toISOString();
const now = Date.parse(at(24));

describe('the cool-down', () => {
  it('S26 lasts from the newest move', () => {
    expect(coolDownEndsMs({ moves: [at(1), at(2), at(9)] }, 3_600)).toBe(Date.parse(at(10)));
  });

  it('S26 is over as soon as a person has acknowledged the newest move, and not for an older one', () => {
    const by = 'operations';
    expect(coolDownEndsMs({ moves: [at(1), at(9)], acknowledged: { by, at: at(9.5) } }, 3_600)).toBeUndefined();
    expect(coolDownEndsMs({ moves: [at(1), at(9)], acknowledged: { by, at: at(9) } }, 3_600)).toBeUndefined();
    expect(coolDownEndsMs({ moves: [at(1), at(9)], acknowledged: { by, at: at(2) } }, 3_600)).toBe(Date.parse(at(10)));
  });

  it('does not run where nothing ever moved', () => {
    expect(coolDownEndsMs({ moves: [] }, 3_600)).toBeUndefined();
  });
});

describe('movesToday', () => {
  it('S26 counts the moves of the last 24 hours', () => {
    expect(movesToday({ moves: [at(-3), at(0), at(1), at(2), at(23)] }, now)).toBe(3);
  });
});

describe('beginCoolDown', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await startStage();
    await stage.run(lead(stage));
  });
  afterEach(() => stage.close());

  const begin = (move = aMove()) => stage.run(beginCoolDown(stage.replicas(move.to), move));

  it('S26 notes when the run was about to make its first effect', async () => {
    const startedAt = new Date(stage.world.clock.now()).toISOString();
    await begin();
    expect(stage.authority()).toMatchObject({ run: { effectAt: startedAt }, moves: [startedAt] });
  });

  it('S26 begins once in a run, however many steps come after', async () => {
    await begin();
    const first = stage.authority();
    await stage.run(stage.world.clock.sleep(60_000));
    await begin();
    expect(stage.authority()).toEqual(first);
  });

  it('S26 begins once when two steps of a phase begin it side by side', async () => {
    const replicas = stage.replicas(WEST);
    await stage.run(Promise.all([beginCoolDown(replicas, aMove()), beginCoolDown(replicas, aMove())]));
    expect(stage.authority()?.moves).toHaveLength(1);
  });

  it.each([
    ['another name', { run: 'another' }],
    ['the same name in another Region', { to: OHIO }],
    ['an earlier epoch', { epoch: 1 }],
  ])('S10 is not begun by a run of %s, which does not lead', async (_, other) => {
    await begin(aMove(other));
    expect(stage.authority()?.moves).toEqual([]);
  });
});
