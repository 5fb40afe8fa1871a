import type { UserRequest } from '../../../rehearsal/world/objectives';
import { partsOf } from '../../../rehearsal/world/parts';

/** One request a second from a string: `e` and `w` are good writes in the two Regions, `.` failed. */
const history = (text: string): UserRequest[] =>
  [...text].map((sign, second) => {
    const at = second * 1_000;
    if (sign === '.') return { at, good: false };
    return { at, good: true, region: sign === 'e' ? 'us-east-1' : 'us-west-2', wrote: `${second}` };
  });

/** Lost from 10 s, served again from 50 s; lost from 200 s, served again from 300 s. */
const thereAndBack = history('e'.repeat(10) + '.'.repeat(40) + 'w'.repeat(150) + '.'.repeat(100) + 'e'.repeat(100));
const lost = new Set(['9', '198', '199']);

const seen = (requests: readonly UserRequest[], ...endsMs: readonly number[]) =>
  partsOf(requests, lost, endsMs).map(({ observed: { rtoSeconds, rpoSeconds } }) => ({ rtoSeconds, rpoSeconds }));

describe('what users saw of each move', () => {
  it('is all that they saw where there is one', () => {
    expect(partsOf(thereAndBack, lost, [30_000])).toMatchObject([
      {
        untilMs: Infinity,
        requests: thereAndBack,
        observed: { rtoSeconds: 100, rpoSeconds: 2, lostWrites: [{ id: '9' }, { id: '198' }, { id: '199' }] },
      },
    ]);
  });

  it('is its own outage and its own loss where there are two', () => {
    expect(seen(thereAndBack, 60_000, 310_000)).toEqual([
      { rtoSeconds: 40, rpoSeconds: 1 },
      { rtoSeconds: 100, rpoSeconds: 2 },
    ]);
  });

  it('S31 keeps whole an outage that lasts when the first move has ended, with the time that shows its end', () => {
    for (const endMs of [20_000, 60_000, 79_000]) {
      const [first, second] = partsOf(thereAndBack, lost, [endMs, 310_000]);
      expect(first!.observed.outages).toEqual([{ fromMs: 10_000, untilMs: 50_000 }]);
      expect(second!.observed.outages).toEqual([{ fromMs: 200_000, untilMs: 300_000 }]);
    }
  });

  it('shares every request out, each to one part', () => {
    const parts = partsOf(thereAndBack, lost, [60_000, 310_000]);
    expect(parts.flatMap(({ requests }) => requests)).toEqual(thereAndBack);
  });

  it('leaves nothing to a later move while users have never been served again', () => {
    const never = history('e'.repeat(10) + '.'.repeat(100));
    expect(partsOf(never, lost, [30_000, 60_000]).map(({ requests }) => requests.length)).toEqual([110, 0]);
  });
});
