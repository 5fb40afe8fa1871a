import { fenceLambdaKind } from '../../../../lambdas/resources/fence-lambda/fence-lambda';
import { EAST, WEST } from '../../stage';
import { stageFence } from '../a-fence';

let fence: ReturnType<typeof stageFence<'fence-lambda'>>;
beforeEach(() => (fence = stageFence('fence-lambda', fenceLambdaKind)));
afterEach(() => fence.stage.close());

it('S14 is done when nothing invokes the functions and the longest invocation must have ended', async () => {
  const startedMs = fence.stage.world.clock.now();
  expect(await fence.close()).toEqual({
    says: 'done',
    because:
      'stop-consumers in us-east-1 is closed and drained: shop-take-order has 0 reserved concurrency and ' +
      '0 event sources; shop-send-invoice has 0 reserved concurrency and 0 event sources',
  });
  expect([fence.writesIn(EAST), fence.writesIn(WEST)]).toEqual([false, true]);
  // 20 s is the functions' time-out; it counts from the moment by which they were certainly closed.
  expect(fence.stage.world.clock.now() - startedMs).toBeGreaterThanOrEqual(45_000);
});

it('S28 gives back no reserved concurrency where there was none, and the event sources that polled', async () => {
  await fence.close();
  expect(await fence.reopen()).toMatchObject({ says: 'done' });
  expect(
    fence
      .effects()
      .filter((effect) => effect.includes('Concurrency'))
      .sort(),
  ).toEqual([
    'us-east-1 DeleteFunctionConcurrency shop-send-invoice',
    'us-east-1 DeleteFunctionConcurrency shop-take-order',
    'us-east-1 PutFunctionConcurrency shop-send-invoice',
    'us-east-1 PutFunctionConcurrency shop-take-order',
  ]);
  await fence.stage.run(fence.stage.world.clock.sleep(30_000));
  expect(fence.writesIn(EAST)).toBe(true);
});

it('S28 leaves off an event source that was off before', async () => {
  await fence.close();
  expect(fence.before()).toEqual({
    functions: ['shop-take-order', 'shop-send-invoice'].map((name) => ({ name, polling: [expect.any(String)] })),
  });
  const before = { functions: [{ name: 'shop-take-order', reserved: 5, polling: [] }] };
  await fence.stage.run(fenceLambdaKind.unfence(fence.resource, { region: EAST, before }, fence.stage.outside(WEST)));
  expect(fence.effects().slice(4)).toEqual(['us-east-1 PutFunctionConcurrency shop-take-order']);
});

it('S28 opens again what is still on its way to being closed', async () => {
  await fence.start();
  const beganMs = fence.stage.world.clock.now();
  expect(await fence.reopen()).toMatchObject({ says: 'done' });
  expect(fence.stage.world.clock.now() - beganMs).toBeGreaterThanOrEqual(5_000);
});

it('F27 is not possible where the old Region does not answer, and says so', async () => {
  fence.stage.world.network.cut(WEST, EAST);
  expect(await fence.start()).toMatchObject({
    says: 'refused',
    because: expect.stringMatching(/^not possible: stop-consumers in us-east-1/) as string,
  });
});
