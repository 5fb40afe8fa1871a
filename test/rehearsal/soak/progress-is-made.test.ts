import type { Stage } from '../../../rehearsal/scenarios/scenario';
import { findStuck } from '../../../rehearsal/soak/progress-is-made';
import { createWorld } from '../../../rehearsal/world/create-world';
import type { Users } from '../../../rehearsal/world/users';
import { quickStart } from '../../quick-start';

/** How many seconds pass until the soak says that all is well, while users are served and a run ends after so many seconds. */
const secondsUntilWell = async (endsAfterSeconds: number): Promise<number> => {
  const world = createWorld(1);
  const { clock } = world;
  const run: { region: string; endedAt?: number } = { region: 'us-west-2' };
  const stage = { plan: quickStart(), cloud: { world, states: { executions: [run] } } } as unknown as Stage;
  const users = {
    get requests() {
      return [{ at: clock.now(), good: true }];
    },
  } as unknown as Users;
  try {
    const beganMs = clock.now();
    clock.after(endsAfterSeconds * 1000, () => {
      run.endedAt = clock.now();
    });
    expect(await world.run(findStuck(stage, users))).toEqual([]);
    return (clock.now() - beganMs) / 1000;
  } finally {
    world.close();
  }
};

it('I16 lets the run end that has brought users back, because cut off it would not have moved in time', async () => {
  expect(await secondsUntilWell(60)).toBe(60);
});

it('waits no longer for it than for anything else that must come by itself', async () => {
  expect(await secondsUntilWell(3_600)).toBe(300);
});
