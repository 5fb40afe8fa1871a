import { abandonedFor, continued } from '../../../lambdas/authority/abandoned';

const AT = '2026-01-06T09:00:00.000Z';
const run = {
  name: 'run-1',
  region: 'us-west-2',
  from: 'us-east-1',
  startedAt: AT,
  seenAt: AT,
  oldGateClosedAt: AT,
  lastRenewal: { epoch: 1, renewal: 4, at: AT },
  votes: [],
};
const after = (seconds: number) => Date.parse(AT) + seconds * 1000;

describe('abandonedFor', () => {
  it.each([
    [300, false, undefined],
    [301, false, 301],
    [75, true, undefined],
    [76, true, 76],
  ])('S26 a silence of %d s, its Region seen down: %p, is %p', (silentSeconds, isRegionLost, expected) => {
    expect(abandonedFor(run, after(silentSeconds), isRegionLost)).toBe(expected);
  });

  it('is undefined where nobody leads', () => {
    expect(abandonedFor(undefined, after(1_000_000), true)).toBeUndefined();
  });
});

it('S26 is patient unless others see the run’s Region down', () => {
  expect(abandonedFor(run, after(300))).toBeUndefined();
});

describe('continued', () => {
  it('S26 hands on the lease that the move took away, its first effect, and every run that died before', () => {
    const earlier = { name: 'run-0', region: 'ca-central-1' };
    expect(continued({ ...run, effectAt: AT, continues: [earlier] }, after(80))).toEqual({
      runs: [earlier, { name: 'run-1', region: 'us-west-2' }],
      effectAt: AT,
      lastRenewal: run.lastRenewal,
    });
  });

  it('S26 hands on nothing that the run did not have', () => {
    expect(continued({ ...run, lastRenewal: undefined }, after(80))).toStrictEqual({
      runs: [{ name: 'run-1', region: 'us-west-2' }],
    });
  });

  it('is undefined for a run so old that it has ended: another move is another move', () => {
    expect(continued(run, after(90 * 60))).toBeDefined();
    expect(continued(run, after(90 * 60 + 1))).toBeUndefined();
  });
});
