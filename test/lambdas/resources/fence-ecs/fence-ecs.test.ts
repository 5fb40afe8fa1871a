import { fenceEcsKind } from '../../../../lambdas/resources/fence-ecs/fence-ecs';
import { EAST, WEST } from '../../stage';
import { stageFence } from '../a-fence';

let fence: ReturnType<typeof stageFence<'fence-ecs'>>;
beforeEach(() => (fence = stageFence('fence-ecs', fenceEcsKind)));
afterEach(() => fence.stage.close());

it('S14 is done when no task of the old Region runs any more, and not when none is wanted', async () => {
  expect(await fence.start()).toMatchObject({
    says: 'pending',
    because: 'stop-workers in us-east-1 is closed and drains: 2 tasks have not stopped',
  });
  expect(fence.writesIn(EAST)).toBe(true);
  expect(await fence.close()).toEqual({
    says: 'done',
    because: 'stop-workers in us-east-1 is closed and drained: shop/worker wants 0 tasks and runs 0',
  });
  expect([fence.writesIn(EAST), fence.writesIn(WEST)]).toEqual([false, true]);
});

it('S28 goes back to as many tasks as were wanted', async () => {
  await fence.close();
  expect(fence.before()).toEqual({ desired: 2 });
  expect(await fence.reopen()).toMatchObject({
    says: 'done',
    because: expect.stringContaining('shop/worker wants 2 tasks') as string,
  });
  await fence.stage.run(fence.stage.world.clock.sleep(100_000));
  expect(fence.writesIn(EAST)).toBe(true);
});

it('F27 is not possible where the old Region does not answer, and says so', async () => {
  fence.stage.world.network.kill(EAST);
  expect(await fence.start()).toMatchObject({
    says: 'refused',
    because: expect.stringMatching(/^not possible: stop-workers in us-east-1 cannot be closed/) as string,
  });
});

it('says that there is no such service, instead of taking it for stopped', async () => {
  const gone = { ...fence.resource, service: 'gone' };
  const at = fence.stage.outside(WEST);
  await expect(fence.stage.run(fenceEcsKind.readiness(gone, WEST, at))).rejects.toThrow(
    'shop/gone does not exist in us-west-2',
  );
});
