import type { Room } from '../../../lambdas/handlers/lambda';
import { loop, type Beat } from '../../../lambdas/handlers/loop';
import { openReplicas } from '../../../lambdas/authority/replicas';
import { LOOP_SECONDS } from '../../../lambdas/plan/timing';
import { EAST, openStage, type Stage } from '../stage';

let stage: Stage;
let startMs: number;
beforeEach(() => {
  stage = openStage();
  startMs = stage.world.clock.now();
});
afterEach(() => stage.close());

const room = (): Room => {
  const outside = stage.outside(EAST);
  return {
    outside,
    plan: stage.plan,
    here: EAST,
    variable: (name) => name,
    replicas: () => openReplicas(outside, 'table', [EAST], EAST),
  };
};

/** Runs a loop, and answers at which seconds its beats began. */
const beat = async (everySeconds: number, what: (count: number) => Promise<Beat>) => {
  const seconds: number[] = [];
  const ended = await stage.run(
    loop(room(), everySeconds, () => {
      seconds.push((stage.world.clock.now() - startMs) / 1000);
      return what(seconds.length);
    }),
  );
  return { seconds, ended };
};

it('F38 beats for longer than the gap between two starts of the schedule', async () => {
  const { seconds, ended } = await beat(15, async () => 'go-on');
  expect(seconds).toEqual(Array.from({ length: 16 }, (_, index) => index * 15));
  expect(ended).toEqual({ beats: 16, ended: 'in time' });
  expect(stage.world.clock.now() - startMs).toBeLessThan(LOOP_SECONDS * 1000);
});

it('keeps to the grid of its first beat, however long each takes', async () => {
  const { seconds } = await beat(10, async () => {
    await stage.world.clock.sleep(3_700);
    return 'go-on';
  });
  expect(seconds.slice(0, 4)).toEqual([0, 10, 20, 30]);
});

it('leaves out the beats that a slow one missed', async () => {
  const { seconds } = await beat(10, async (count) => {
    if (count === 2) await stage.world.clock.sleep(25_000);
    return 'go-on';
  });
  expect(seconds.slice(0, 5)).toEqual([0, 10, 40, 50, 60]);
});

it('ends at once when a later run has taken over', async () => {
  const { seconds, ended } = await beat(10, async (count) => (count === 3 ? 'superseded' : 'go-on'));
  expect(seconds).toEqual([0, 10, 20]);
  expect(ended).toEqual({ beats: 3, ended: 'superseded' });
});

it('logs a beat that fails, and tries again at the next', async () => {
  const { seconds } = await beat(60, async (count) => {
    if (count === 2) throw new TypeError('one beat');
    return 'go-on';
  });
  expect(seconds).toEqual([0, 60, 120, 180]);
  expect(stage.logs).toEqual([{ level: 'error', region: EAST, beats: 2, error: 'TypeError: one beat' }]);
});
