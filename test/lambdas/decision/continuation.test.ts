import { decide } from '../../../lambdas/decision/decide';
import type { AuthorityFact, Facts } from '../../../lambdas/decision/facts';
import { factsOfALoss, vote } from './facts-of-a-loss';

const LEADER = { run: 'run-1', region: 'eu-west-1', since: '2026-01-06T09:00:00Z' };
const ledBy = (leader: AuthorityFact['leader'], more: Partial<AuthorityFact> = {}): Partial<Facts> => {
  const { authority } = factsOfALoss();
  return { authority: { ...authority!, ...(leader ? { leader } : {}), ...more } };
};
const verdictOn = (more: Partial<Facts>) => decide(factsOfALoss(more));

it.each<[string, Partial<AuthorityFact>]>([
  ['the cool-down', { cooldownLeftSeconds: 3000 }],
  ['the daily cap', { movesToday: 2 }],
])('S26 %s does not hold up a move that lost its target: both runs make one move', (_, more) => {
  const dead = { ...LEADER, abandoned: true };
  expect(verdictOn(ledBy({ ...dead, continued: true }, more)).says).toBe('proceed');
  expect(verdictOn(ledBy(dead, more)).says).toBe('hold');
});

it('S12 holds while the leader lives, whatever it goes on with', () => {
  expect(verdictOn(ledBy({ ...LEADER, abandoned: false }))).toMatchObject({
    says: 'hold',
    because: 'run-1 in eu-west-1 leads since 2026-01-06T09:00:00Z',
  });
});

it('S27 the kill switch stops it all the same', () => {
  const killSwitch = { by: 'operations', at: '2026-01-06T09:05:00Z' };
  expect(verdictOn(ledBy({ ...LEADER, abandoned: true, continued: true }, { killSwitch })).says).toBe('hold');
});

describe('a Region that comes later in the plan', () => {
  const lasting = (lastedSeconds: number) =>
    ['us-west-2', 'us-east-2'].map((observer) => vote(observer, 'down', { lastedSeconds }));

  it.each([
    [149, 'wait'],
    [150, 'proceed'],
  ])('leaves a healthy one before it a minute: after %d s it says %s', (lastedSeconds, says) => {
    expect(verdictOn({ preferred: ['ca-central-1'], votes: lasting(lastedSeconds) }).says).toBe(says);
  });

  it('leaves two of them two minutes', () => {
    const preferred = ['ca-central-1', 'eu-west-1'];
    expect(verdictOn({ preferred, votes: lasting(209) }).because).toContain('has 1 s left to begin');
  });

  it('does not wait when a person started its run, because a person has chosen', () => {
    const signal = { from: 'person', because: 'drill', acceptsLossSeconds: 60 } as const;
    expect(verdictOn({ preferred: ['ca-central-1'], signal }).says).toBe('proceed');
  });
});
