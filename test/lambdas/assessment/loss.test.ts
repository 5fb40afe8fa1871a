import { boundLosses } from '../../../lambdas/assessment/loss';
import type { Vote } from '../../../lambdas/observation/vote';
import { quickStart } from '../../quick-start';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 6, 9, 0, seconds)).toISOString();
const sample = (seconds: number, sampledAt: number) => ({
  resource: 'orders',
  from: 'us-east-1',
  to: 'us-west-2',
  seconds,
  at: at(sampledAt),
});
const vote = (observer: string, lags: Vote['lags'], downSince?: number): Vote => ({
  observer,
  startedAt: at(0),
  at: at(300),
  lags,
  opinions: [
    downSince === undefined
      ? { region: 'us-east-1', says: 'healthy', since: at(0), because: 'fine' }
      : { region: 'us-east-1', says: 'down', since: at(downSince), because: 'silent' },
  ],
});
const bound = (...votes: Vote[]) => boundLosses(quickStart(), votes, 'us-east-1', 'us-west-2')[0]!;

describe('boundLosses', () => {
  it('S15 adds to the newest lag what was acknowledged between that sample and the loss', () => {
    const votes = [vote('us-west-2', [sample(0.4, 60), sample(9, 0)], 101), vote('us-east-2', [], 100)];
    expect(bound(...votes)).toMatchObject({ resource: 'orders', allowed: true, boundSeconds: 40.4 });
  });

  it('S15 knows no bound when no lag was sampled', () => {
    expect(bound(vote('us-west-2', [], 100)).boundSeconds).toBeUndefined();
  });

  it('S15 knows no bound when the sample is older than three minutes before the outage', () => {
    expect(bound(vote('us-west-2', [sample(0.4, 0)], 181)).boundSeconds).toBeUndefined();
    expect(bound(vote('us-west-2', [sample(0.4, 0)], 180)).boundSeconds).toBe(180.4);
  });

  it('S15 knows no bound when nobody saw the loss begin', () => {
    expect(bound(vote('us-west-2', [sample(0.4, 60)])).boundSeconds).toBeUndefined();
  });

  it('S15 does not take the suspect’s own word for when it was lost', () => {
    expect(bound(vote('us-east-1', [sample(0.4, 60)], 61)).boundSeconds).toBeUndefined();
  });
});
