import { proveCheck } from '../../../lambdas/checks/prove';
import { promote } from '../../../lambdas/resources/aurora-global/promote';
import { gateParameterKind } from '../../../lambdas/resources/gate-parameter/gate-parameter';
import { aMove } from '../a-move';
import { resourceOf, untilDone, waysOf } from '../resources/resource-of';
import { openStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const check = (name: string) => stage.plan.checks.find((one) => one.name === name)!;
const prove = (name: string) => stage.run(proveCheck.start(check(name), aMove(), waysOf(stage, aMove())));
/** us-west-2 writes, its gate is open under an epoch, and its application has seen that. */
const writeInWest = async (epoch: number) => {
  await stage.run(untilDone(stage, promote, resourceOf(stage, 'aurora-global'), aMove(), waysOf(stage, aMove())));
  const gate = { untilMs: stage.world.clock.now() + 600_000, epoch };
  await stage.run(gateParameterKind.holdGate!(resourceOf(stage, 'gate-parameter'), gate, WEST, stage.outside(WEST)));
  await stage.run(stage.world.clock.sleep(10_000));
};

it('is done when a page of the target answers', async () => {
  expect(await prove('home')).toMatchObject({ says: 'done' });
});

it('is pending while the target’s answer is bad', async () => {
  expect(await prove('order')).toMatchObject({ says: 'pending', because: expect.stringContaining('answered 503') });
});

it('S16 is done when the canary was written under the run’s own epoch', async () => {
  await writeInWest(2);
  expect(await prove('order')).toMatchObject({ says: 'done', because: expect.stringContaining('under epoch 2') });
});

it('S16 is pending while canaries are still written under another epoch', async () => {
  await writeInWest(1);
  expect(await prove('order')).toMatchObject({ says: 'pending', because: 'order wrote under epoch 1, not under 2' });
});
