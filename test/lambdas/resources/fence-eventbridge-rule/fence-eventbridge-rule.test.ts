import { fenceEventbridgeRuleKind } from '../../../../lambdas/resources/fence-eventbridge-rule/fence-eventbridge-rule';
import { EAST, WEST } from '../../stage';
import { stageFence } from '../a-fence';

let fence: ReturnType<typeof stageFence<'fence-eventbridge-rule'>>;
beforeEach(() => (fence = stageFence('fence-eventbridge-rule', fenceEventbridgeRuleKind)));
afterEach(() => fence.stage.close());

it('S14 is done when the rules are disabled and have had time to stop matching', async () => {
  expect(await fence.start()).toMatchObject({ says: 'pending' });
  expect(await fence.close()).toEqual({
    says: 'done',
    because: 'stop-reconciliation in us-east-1 is closed and drained: 1 of 1 rules are disabled',
  });
  expect([fence.writesIn(EAST), fence.writesIn(WEST)]).toEqual([false, true]);
});

it('is confirmed within its deadline', async () => {
  const startedMs = fence.stage.world.clock.now();
  await fence.close();
  expect(fence.stage.world.clock.now() - startedMs).toBeLessThan(fenceEventbridgeRuleKind.fence.deadlineSeconds * 1000);
});

it('S28 enables again what was enabled', async () => {
  await fence.close();
  expect(fence.before()).toEqual({ enabled: ['shop-reconcile'] });
  expect(await fence.reopen()).toMatchObject({ says: 'done' });
  expect(fence.writesIn(EAST)).toBe(true);
});

it('F27 is not possible where the old Region does not answer, and says so', async () => {
  fence.stage.world.network.kill(EAST);
  expect(await fence.start()).toMatchObject({
    says: 'refused',
    because: expect.stringMatching(/^not possible: stop-reconciliation in us-east-1/) as string,
  });
});
