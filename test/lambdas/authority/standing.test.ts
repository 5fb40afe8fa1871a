import { standingIn } from '../../../lambdas/authority/standing';

const item = { active: 'us-east-1', epoch: 7, traffic: { 'us-east-1': true }, moves: [], nonce: 'n' };

it('tells who writes, who holds the lease and who gets users, and nothing that changes each second', () => {
  const lease = { region: 'us-east-1', renewal: 3, at: '2026-01-06T09:00:00.000Z' };
  expect(standingIn({ ...item, lease })).toEqual({
    active: 'us-east-1',
    epoch: 7,
    leasedTo: 'us-east-1',
    traffic: { 'us-east-1': true },
  });
});

it('leaves out who holds the lease while nobody may renew it', () => {
  expect(standingIn(item)).toStrictEqual({ active: 'us-east-1', epoch: 7, traffic: { 'us-east-1': true } });
});
