import { decide } from '../../../lambdas/decision/decide';
import type { Facts } from '../../../lambdas/decision/facts';
import { waitUntilTheLossHasLasted } from '../../../lambdas/decision/rules/wait-until-the-loss-has-lasted';
import { waitWhileAPreferredRegionMayTakeOver } from '../../../lambdas/decision/rules/wait-while-a-preferred-region-may-take-over';
import { wait } from '../../../lambdas/decision/verdict';
import { factsOfALoss, vote } from './facts-of-a-loss';

/** Down for so long, by one observer each. */
const downFor = (...seconds: readonly number[]) =>
  seconds.map((lastedSeconds, index) =>
    vote(['us-west-2', 'us-east-2', 'eu-west-1'][index]!, 'down', { lastedSeconds }),
  );
const lasting = (more: Partial<Facts>) => waitUntilTheLossHasLasted(factsOfALoss(more));

it('S1 takes a loss for lasting in the second in which the plan says so', () => {
  expect(lasting({ votes: downFor(90, 90) })).toBeUndefined();
  expect(lasting({ votes: downFor(90, 89.5) })).toEqual(wait('us-east-1 is down for less than 90 s', 1));
});

it.each([
  [0, 10],
  [80, 10],
  [83.5, 7],
  [88, 2],
  [120, 1],
])(
  'S1 looks again when the youngest of the votes, %d s old, has lasted, and at least every ten seconds',
  (age, seconds) => {
    const votes = [...downFor(89, age), vote('eu-west-1', 'unknown')];
    expect(lasting({ votes })).toMatchObject({ waitSeconds: seconds });
  },
);

it('S1 wants more lasting losses than see it healthy, and does not count one that began just now', () => {
  const healthy = ['eu-west-1', 'eu-north-1'].map((observer) => vote(observer, 'healthy'));
  const down = [vote('us-west-2', 'down'), vote('us-east-2', 'down'), vote('ca-west-1', 'down', { lastedSeconds: 1 })];
  expect(decide(factsOfALoss({ votes: [...down, ...healthy] }))).toMatchObject({
    says: 'wait',
    rule: 'wait-until-the-loss-has-lasted',
  });
  expect(lasting({ votes: [...down, healthy[0]!] })).toBeUndefined();
});

describe('the head start of the Regions that the plan prefers', () => {
  const said = (more: Partial<Facts>) => waitWhileAPreferredRegionMayTakeOver(factsOfALoss(more));
  const preferred = ['ca-central-1', 'eu-west-1'];

  it('names them, and how long they have left', () => {
    expect(said({ preferred, votes: downFor(190, 205.5) })).toEqual(
      wait('ca-central-1, eu-west-1 comes before us-west-2 in the plan, and has 5 s left to begin', 5),
    );
  });

  it.each([
    [100, 10],
    [209.9, 1],
  ])('looks again after %d s when they could be over, but every ten seconds at least', (lasted, waitSeconds) => {
    expect(said({ preferred, votes: downFor(1, lasted) })).toMatchObject({ waitSeconds });
  });

  it('counts from the oldest report, because that is when they could begin', () => {
    expect(said({ preferred, votes: downFor(210, 91) })).toBeUndefined();
  });

  it('is nobody’s while nobody reports a loss, and where nobody is preferred', () => {
    expect(said({ preferred, votes: [] })).toBeUndefined();
    expect(said({ preferred: [], votes: downFor(10, 10) })).toBeUndefined();
  });
});

it('holds for a standby that is lost although a third Region is active and nobody goes to the target', () => {
  const authority = { ...factsOfALoss().authority!, active: 'eu-west-1', traffic: { 'eu-west-1': true } };
  expect(decide(factsOfALoss({ authority }))).toMatchObject({
    says: 'hold',
    because: 'us-east-1 is not active, eu-west-1 is: there is nothing to move',
  });
});
