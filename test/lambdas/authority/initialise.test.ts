import { initialise } from '../../../lambdas/authority/initialise';
import { lead } from '../a-move';
import { EAST, openStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const initialiseWith = (active: string, from = EAST) => stage.run(initialise(stage.replicas(from), stage.plan, active));

it('S9 creates the item: one active Region, epoch 1, its lease, and traffic to it alone', async () => {
  const startedAt = new Date(stage.world.clock.now()).toISOString();
  expect(await initialiseWith(WEST)).toEqual({
    initialised: true,
    because: 'us-west-2 writes, so us-west-2 is active under epoch 1',
  });
  expect(stage.authority()).toEqual({
    active: WEST,
    epoch: 1,
    lease: { region: WEST, renewal: 0, at: startedAt },
    traffic: { [EAST]: false, [WEST]: true },
    moves: [],
    nonce: `initialised at ${startedAt}`,
  });
});

it('S10 leaves an item that is there as it is, even when another Region is said to write', async () => {
  await initialiseWith(EAST);
  await stage.run(lead(stage));
  const before = stage.authority();
  expect(await initialiseWith(WEST)).toEqual({
    initialised: false,
    because: 'the authority was initialised before; it stays as it is',
  });
  expect(stage.authority()).toEqual(before);
});

it('S9 creates it once when two Regions ask at the same instant', async () => {
  const [one, other] = await stage.run(
    Promise.all([
      initialise(stage.replicas(EAST), stage.plan, EAST),
      initialise(stage.replicas(WEST), stage.plan, WEST),
    ]),
  );
  expect([one.initialised, other.initialised].filter(Boolean)).toHaveLength(1);
  expect(stage.authority()?.active).toBe(one.initialised ? EAST : WEST);
});

it('S13 fails when the authority cannot be reached, and says nothing of who writes', async () => {
  stage.world.network.cut(EAST, '*');
  await expect(initialiseWith(EAST)).rejects.toMatchObject({ name: 'AuthorityUnreachable' });
});
