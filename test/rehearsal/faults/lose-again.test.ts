import { loseAgain } from '../../../rehearsal/faults/lose-again';
import type { Stage } from '../../../rehearsal/scenarios/scenario';
import { createWorld, type DrivenWorld } from '../../../rehearsal/world/create-world';
import { quickStart } from '../../quick-start';

const [EAST, WEST] = ['us-east-1', 'us-west-2'];

let world: DrivenWorld;
let authority: Record<string, unknown>;
beforeEach(() => {
  world = createWorld(1);
  authority = { active: EAST };
});
afterEach(() => world.close());

/** `drawn` decides how soon it strikes again, and for how long. */
const strike = (drawn: number) =>
  loseAgain.strike(
    {
      plan: quickStart(),
      active: EAST,
      standby: WEST,
      cloud: { world, dynamodb: { item: () => authority } },
    } as unknown as Stage,
    () => drawn,
  );
const wait = (seconds: number) => world.run(world.clock.sleep(seconds * 1000));
const alive = () => [EAST, WEST].map((region) => world.network.alive(region));

it('waits until the application has moved, also after its spell, and then lets the Region die that took over', async () => {
  world.network.kill(EAST);
  const end = strike(0);
  await wait(60);
  end();
  authority = { active: WEST, run: { name: 'a run' } };
  await wait(60);
  expect(alive()).toEqual([false, true]);
  authority = { active: WEST };
  await wait(10);
  expect(alive()).toEqual([true, false]);
  await wait(150);
  expect(alive()).toEqual([true, true]);
});

it('leaves up to a minute in which both live', async () => {
  world.network.kill(EAST);
  strike(0.99);
  authority = { active: WEST };
  await wait(100);
  expect(alive()).toEqual([true, true]);
  await wait(60);
  expect(alive()).toEqual([true, false]);
});

it('S26 never strikes where nothing moved', async () => {
  strike(0.5);
  await wait(600);
  expect(alive()).toEqual([true, true]);
});
