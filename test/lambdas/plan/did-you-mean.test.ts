import { didYouMean } from '../../../lambdas/plan/did-you-mean';

const known = ['sustained', 'cooldown', 'rto', 'us-east-1'];

it.each([
  ['sustaind', 'sustained'],
  ['coolDown', 'cooldown'],
  ['rot', 'rto'],
  ['us-esat-1', 'us-east-1'],
])('takes %s for %s', (written, meant) => expect(didYouMean(written, known)).toBe(meant));

it.each(['colour', 'x', ''])('has no guess for "%s", which is like nothing known', (written) =>
  expect(didYouMean(written, known)).toBeUndefined(),
);

it('has no guess where nothing is known', () => expect(didYouMean('rto', [])).toBeUndefined());
