import { judgeLags } from '../../../lambdas/observation/judge-lags';
import { quickStart } from '../../quick-start';

const NOW = Date.UTC(2026, 0, 6, 9, 0);
const between = { from: 'us-east-1', to: 'us-west-2' };
const judge = (seconds?: number, ageSeconds = 60) =>
  judgeLags(
    quickStart(),
    between,
    seconds === undefined
      ? []
      : [{ resource: 'orders', ...between, seconds, at: new Date(NOW - ageSeconds * 1000).toISOString() }],
    NOW,
  );

it('S3 calls a lag that was not sampled unknown, and never 0', () => {
  expect(judge()).toEqual([
    { resource: 'orders', says: 'unknown', because: 'nobody knows how far orders in us-west-2 is behind us-east-1' },
  ]);
});

it('S3 takes the sample of one store for no other', () => {
  const at = new Date(NOW).toISOString();
  expect(judgeLags(quickStart(), between, [{ resource: 'ledger', ...between, seconds: 1, at }], NOW)).toMatchObject([
    { resource: 'orders', says: 'unknown' },
  ]);
});

it('S15 calls a sample of more than three minutes ago unknown, and says what it was', () => {
  expect(judge(0.2, 181)).toEqual([
    {
      resource: 'orders',
      says: 'unknown',
      seconds: 0.2,
      sampledAt: new Date(NOW - 181_000).toISOString(),
      because: 'nobody knows how far orders in us-west-2 is behind us-east-1: it was 0.2 s 181 s ago',
    },
  ]);
  expect(judge(0.2, 180)[0]?.says).toBe('within');
});

it('judges by the plan’s limit', () => {
  expect(judge(30)[0]?.says).toBe('within');
  expect(judge(30.1)[0]).toMatchObject({
    says: 'behind',
    because: 'orders in us-west-2 is 30.1 s behind us-east-1; the plan allows 30 s',
  });
});
