import type { Plan } from '../../../lambdas/plan/plan';
import { judgeFence } from '../../../lambdas/steps/judge-fence';
import { fencedShop } from '../../fenced-shop';

const shop = fencedShop();
const without = (...kinds: readonly string[]): Plan => ({
  ...shop,
  resources: shop.resources.filter(({ kind }) => !kinds.includes(kind)),
});
const ungated = without('gate-parameter');
const accepting: Plan = {
  ...ungated,
  automation: { ...shop.automation, acceptSplitBrainRisk: 'both sides are merged each night' },
};
const FENCES = ['stop-workers', 'stop-consumers', 'stop-reconciliation', 'cut-off-warehouse'];
const FENCE_KINDS = ['fence-ecs', 'fence-lambda', 'fence-eventbridge-rule', 'fence-network-acl'];
const stopped: Plan = {
  ...shop,
  resources: shop.resources.filter(({ kind }) => ['ecs-service', 'fence-ecs'].includes(kind)),
};
const bare: Plan = { ...shop, resources: shop.resources.filter(({ kind }) => kind === 'ecs-service') };

describe('S14 what stops the old writers', () => {
  it.each<[string, Plan, readonly string[], string | undefined, boolean]>([
    ['a gate that closed by itself, whatever became of the fences', shop, ['gate'], undefined, true],
    ['no fence in place of a gate that has not closed', shop, FENCES, undefined, false],
    ['nothing, while nothing is done', shop, [], undefined, false],
    ['every fence, where there is no gate', ungated, FENCES, undefined, true],
    ['not all fences but one, where there is no gate', ungated, FENCES.slice(1), undefined, false],
    ['a person who attests it, whatever else is known', ungated, [], 'the account is closed', true],
    ['the plan, which accepts the risk', accepting, [], undefined, true],
    [
      'the plan’s gate, even where the plan accepts the risk',
      { ...accepting, resources: shop.resources },
      [],
      undefined,
      false,
    ],
    [
      'nothing, where something writes and no fence is planned',
      without('gate-parameter', ...FENCE_KINDS),
      [],
      undefined,
      false,
    ],
    ['nothing need, where nothing writes', bare, [], undefined, true],
    ['no fence that is planned and not done, although nothing is promoted', stopped, [], undefined, false],
  ])('is %s', (_, plan, done, attested, ok) => {
    expect(judgeFence(plan, done, attested).ok).toBe(ok);
  });

  it('is told in words that an operator can act on', () => {
    expect(judgeFence(shop, [], undefined).because).toBe(
      'gate did not stop the writers; only a person who attests it ("fenced") could go on',
    );
    expect(judgeFence(ungated, [], 'the account is closed').because).toBe(
      'a person attests that nothing writes there: the account is closed',
    );
    expect(judgeFence(ungated, FENCES.slice(2), undefined).because).toBe(
      'stop-workers, stop-consumers did not stop the writers; only a person who attests it ("fenced") could go on',
    );
    expect(judgeFence(ungated, FENCES, undefined).because).toBe(`${FENCES.join(', ')} stopped the writers`);
    expect(judgeFence(bare, [], undefined).because).toBe('the plan has nothing that writes');
    expect(judgeFence(without('gate-parameter', ...FENCE_KINDS), [], undefined).because).toBe(
      'the plan has no fence; only a person who attests it ("fenced") could go on',
    );
    expect(judgeFence(accepting, [], undefined).because).toBe(
      'the plan accepts that two Regions may write: both sides are merged each night',
    );
  });
});
