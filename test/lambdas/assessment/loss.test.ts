import { boundLosses } from '../../../lambdas/assessment/loss';
import type { Opinion, Vote } from '../../../lambdas/observation/vote';
import { quickStart } from '../../quick-start';

const ms = (seconds: number) => Date.UTC(2026, 0, 6, 9, 0, seconds);
const at = (seconds: number) => new Date(ms(seconds)).toISOString();
const sample = (seconds: number, sampledAt: number) => ({
  resource: 'orders',
  from: 'us-east-1',
  to: 'us-west-2',
  seconds,
  at: at(sampledAt),
});
const opinion = (lastHealthyAt?: number): Opinion => ({
  region: 'us-east-1',
  says: 'down',
  since: at(400),
  ...(lastHealthyAt === undefined ? {} : { lastHealthyAt: at(lastHealthyAt) }),
  because: 'silent',
  failing: ['home'],
});
const vote = (observer: string, lags: Vote['lags'], lastHealthyAt?: number): Vote => ({
  observer,
  generation: 1,
  at: at(500),
  lags,
  opinions: [opinion(lastHealthyAt)],
});
const bound = (votes: Vote[], gateClosedAt = 0) =>
  boundLosses(quickStart(), votes, { from: 'us-east-1', to: 'us-west-2', gateClosedMs: ms(gateClosedAt) })[0]!;

describe('boundLosses', () => {
  it('S15 adds to the newest lag what was acknowledged until the source was last seen healthy, by whoever saw it last', () => {
    const votes = [vote('us-west-2', [sample(0.4, 60), sample(9, 0)], 90), vote('us-east-2', [], 100)];
    expect(bound(votes)).toMatchObject({ resource: 'orders', allowed: true, boundSeconds: 40.4 });
  });

  it('S15 counts until the old gate closes, because a Region that is cut off serves its own writers until then', () => {
    expect(bound([vote('us-west-2', [sample(0.4, 60)], 100)], 180).boundSeconds).toBe(120.4);
  });

  describe('of a sample that is in doubt for who read it', () => {
    const doubted = { ...sample(0.2, 60), notAfter: at(120) };
    const votes = (seenHealthyAt: number, from = 'us-east-2') => [
      { ...vote('us-west-2', [sample(0.4, 0)], 118), lagsInDoubt: [doubted] },
      vote(from, [], seenHealthyAt),
    ];

    it('S15 counts it where anyone outside saw its source healthy when its minute was over', () => {
      expect(bound(votes(120)).boundSeconds).toBe(60.2);
    });

    it('S15 leaves it out where nobody did, or only the source itself', () => {
      expect(bound(votes(119)).boundSeconds).toBe(119.4);
      expect(bound(votes(120, 'us-east-1')).boundSeconds).toBe(118.4);
    });

    it('S15 takes the worse of two readings of one minute', () => {
      const [west, ohio] = votes(120) as [Vote, Vote];
      const both = (seconds: number) => bound([{ ...west, lags: [sample(seconds, 60)] }, ohio]).boundSeconds;
      expect([both(0.1), both(0.4)]).toEqual([60.2, 60.4]);
    });
  });

  it('S15 knows no bound when no lag was sampled', () => {
    expect(bound([vote('us-west-2', [], 100)]).boundSeconds).toBeUndefined();
  });

  it('S15 knows no bound when the sample is older than three minutes before the outage', () => {
    expect(bound([vote('us-west-2', [sample(0.4, 0)], 181)]).boundSeconds).toBeUndefined();
    expect(bound([vote('us-west-2', [sample(0.4, 0)], 180)]).boundSeconds).toBe(180.4);
  });

  it('S15 knows no bound when nobody outside ever saw the source healthy', () => {
    expect(bound([vote('us-west-2', [sample(0.4, 60)])]).boundSeconds).toBeUndefined();
    expect(bound([vote('us-east-1', [sample(0.4, 60)], 61)]).boundSeconds).toBeUndefined();
  });
});
