import { judgeFailback, type FailbackFacts } from '../../../lambdas/decision/judge-failback';
import { vote } from './facts-of-a-loss';

const healthy = (observer: string, lastedSeconds = 900) => vote(observer, 'healthy', { lastedSeconds });

/** us-east-1 was lost, and has been back for long enough. */
const facts = (spoilt: Partial<FailbackFacts> = {}): FailbackFacts => ({
  preferred: 'us-east-1',
  active: 'us-west-2',
  votes: [healthy('us-west-2'), healthy('us-east-2'), healthy('us-east-1')],
  observers: 2,
  movedSecondsAgo: 2_000,
  readiness: [{ resource: 'orders', says: 'ready', because: 'available' }],
  failbackAfterSeconds: 900,
  ...spoilt,
});

it('S5 offers a failback when most observers have seen the Region healthy for a quarter of an hour', () => {
  expect(judgeFailback(facts())).toEqual({
    offer: true,
    because: 'us-west-2, us-east-2 have seen us-east-1 healthy for 900 s or longer, and it is ready',
  });
});

it.each<[string, Partial<FailbackFacts>, string]>([
  ['one second earlier', { votes: [healthy('us-west-2'), healthy('us-east-2', 899)] }, '1 of 2 observers'],
  ['while half of the observers are silent', { votes: [healthy('us-west-2')] }, '1 of 2 observers'],
  ['on the Region’s own word', { votes: [healthy('us-west-2'), healthy('us-east-1')] }, '1 of 2 observers'],
  ['on votes that are stale', { votes: [healthy('us-west-2'), { ...healthy('us-east-2'), ageSeconds: 46 }] }, '1 of 2'],
  [
    'while somebody sees it down',
    { votes: [...facts().votes, vote('eu-west-1', 'down')], observers: 3 },
    'eu-west-1 rep',
  ],
  ['a moment after the application moved', { movedSecondsAgo: 899.5 }, 'the last move was 899 s ago'],
  ['while a run leads', { leader: 'run-of-west' }, 'run run-of-west leads'],
  ['where the application lives already', { active: 'us-east-1' }, 'us-east-1 is active'],
])('S5 offers nothing %s', (_, spoilt, because) => {
  expect(judgeFailback(facts(spoilt))).toEqual({ offer: false, because: expect.stringContaining(because) });
});

it.each(['not-ready', 'unknown'] as const)('S18 offers nothing while a resource there is %s', (says) => {
  const readiness = [...facts().readiness, { resource: 'web', says, because: `web is ${says}` }];
  expect(judgeFailback(facts({ readiness }))).toEqual({ offer: false, because: `web is ${says}` });
});

it.each(['unknown', 'abstains'] as const)('S3 does not take a vote of %s for health', (says) => {
  const votes = [healthy('us-west-2'), vote('us-east-2', says, { lastedSeconds: 5_000 })];
  expect(judgeFailback(facts({ votes }))).toMatchObject({ offer: false });
});

it('says of every resource why it is not ready, so that one look is enough to see what is missing', () => {
  const readiness = ['orders', 'web'].map(
    (resource) => ({ resource, says: 'unknown', because: `${resource} is` }) as const,
  );
  expect(judgeFailback(facts({ readiness })).because).toBe('orders is; web is');
});

it('S5 counts the last move as long ago in the second in which the plan says so', () => {
  expect(judgeFailback(facts({ movedSecondsAgo: 900 }))).toMatchObject({ offer: true });
});

it('offers a failback of an application that never moved, but was begun elsewhere', () => {
  expect(judgeFailback(facts({ movedSecondsAgo: undefined }))).toMatchObject({ offer: true });
});
