import { observeObjectives, type UserRequest } from '../../../rehearsal/world/objectives';

const NONE = new Set<string>();

/** One request a second from a string: `e` and `w` are good writes in the two Regions, `.` failed. */
const history = (text: string): UserRequest[] =>
  [...text].map((sign, second) => {
    const at = second * 1_000;
    if (sign === '.') return { at, good: false, why: 'no answer within 2 s' };
    return { at, good: true, region: sign === 'e' ? 'us-east-1' : 'us-west-2', wrote: `${second}` };
  });

const good = (sign: 'e' | 'w', seconds: number) => sign.repeat(seconds);
const failed = (seconds: number) => '.'.repeat(seconds);

describe('RTO as users saw it', () => {
  it('is null when every request was good', () => {
    expect(observeObjectives(history(good('e', 100)), NONE)).toEqual({
      rtoSeconds: null,
      rpoSeconds: null,
      outages: [],
      lostWrites: [],
    });
  });

  it('runs from the first failed to the first of a sustained series of good requests', () => {
    const { rtoSeconds, outages } = observeObjectives(history(good('e', 10) + failed(300) + good('w', 60)), NONE);
    expect(outages).toEqual([{ fromMs: 10_000, untilMs: 310_000 }]);
    expect(rtoSeconds).toBe(300);
  });

  it('S31 is not shortened by good requests that were not sustained', () => {
    const flaps = failed(100) + good('w', 30) + failed(1) + good('w', 60);
    expect(observeObjectives(history(flaps), NONE).rtoSeconds).toBe(131);
  });

  it('S31 does not end while one of several users still fails', () => {
    const stale: UserRequest[] = Array.from({ length: 60 }, (_, second) => ({ at: second * 1_000 + 500, good: false }));
    const moved = history(failed(10) + good('w', 110));
    const all = [...moved, ...stale].sort((one, other) => one.at - other.at);
    expect(observeObjectives(all, NONE).outages).toEqual([{ fromMs: 0, untilMs: 60_000 }]);
  });

  it('S31 is the longest of several outages', () => {
    const { rtoSeconds, outages } = observeObjectives(
      history(failed(5) + good('e', 31) + failed(50) + good('e', 31)),
      NONE,
    );
    expect(outages).toHaveLength(2);
    expect(rtoSeconds).toBe(50);
  });

  it('S31 counts an outage that lasts until the last request', () => {
    const { rtoSeconds, outages } = observeObjectives(history(good('e', 10) + failed(91)), NONE);
    expect(outages).toEqual([{ fromMs: 10_000 }]);
    expect(rtoSeconds).toBe(90);
  });

  it('counts a single failed request, because nothing fails without a cause', () => {
    expect(observeObjectives(history(good('e', 5) + failed(1) + good('e', 40)), NONE).rtoSeconds).toBe(1);
  });
});

describe('RPO as users saw it', () => {
  const moved = history(good('e', 10) + failed(100) + good('w', 40));

  it('is null when nothing moved, because nobody knows yet what is lost', () => {
    expect(observeObjectives(history(good('e', 10) + failed(100)), NONE).rpoSeconds).toBeNull();
  });

  it('is 0 when nothing was lost', () => {
    expect(observeObjectives(moved, NONE).rpoSeconds).toBe(0);
  });

  it('runs from the newest write that survived to the newest that was lost', () => {
    const observed = observeObjectives(moved, new Set(['7', '8', '9']));
    expect(observed.rpoSeconds).toBe(3);
    expect(observed.lostWrites).toEqual(
      [7, 8, 9].map((second) => ({ id: String(second), at: second * 1000, region: 'us-east-1' })),
    );
  });

  it('S31 reaches to the last write that an old primary accepted while another wrote already', () => {
    const splitBrain = history(good('e', 10) + 'ew'.repeat(10));
    const lost = new Set(splitBrain.filter(({ region, at }) => region === 'us-east-1' && at >= 10_000).map(idOf));
    expect(observeObjectives(splitBrain, lost).rpoSeconds).toBe(19);
  });

  it('S31 is the longest of the losses of two failovers, and not the time between them', () => {
    const there = good('e', 10) + failed(30) + good('w', 100);
    const andBack = history(there + failed(30) + good('e', 40));
    expect(observeObjectives(andBack, new Set(['8', '9', '137', '138', '139']))).toMatchObject({
      rpoSeconds: 3,
      lost: { fromMs: 136_000, untilMs: 139_000 },
      lostWrites: ['8', '9', '137', '138', '139'].map((id) => ({ id })),
    });
  });

  it('S31 tells apart two losses of one Region only by what it kept between them', () => {
    const both = history(good('e', 10) + good('w', 10) + good('e', 10));
    expect(observeObjectives(both, new Set(['9', '29'])).rpoSeconds).toBe(1);
    expect(observeObjectives(both, new Set(['9', ...idsFrom(20, 30)])).rpoSeconds).toBe(21);
  });

  it('ignores lost rows that no user was told of', () => {
    expect(observeObjectives(moved, new Set(['canary'])).rpoSeconds).toBe(0);
  });
});

const idsFrom = (first: number, end: number) => Array.from({ length: end - first }, (_, index) => `${first + index}`);

const idOf = ({ wrote = '' }: UserRequest) => wrote;
