import { gateTimeIn } from '../../../rehearsal/invariants/gate-time';
import { oneRegionWritesAtATime } from '../../../rehearsal/invariants/one-region-writes-at-a-time';
import type { Recording } from '../../../rehearsal/invariants/recording';
import { writesCarryTheCurrentEpoch } from '../../../rehearsal/invariants/writes-carry-the-current-epoch';

const at = (minutes: number) => Date.UTC(2026, 0, 6, 9, minutes);
const iso = (minutes: number) => new Date(at(minutes)).toISOString();
const gate = (region: string, atMinutes: number, until: number, brokenUntil?: number) =>
  gateTimeIn(
    JSON.stringify({
      until: iso(until),
      epoch: 1,
      ...(brokenUntil ? { breakGlass: { until: iso(brokenUntil) } } : {}),
    }),
    { atMs: at(atMinutes), region },
  );
const violations = (...gates: Recording['gates']) => oneRegionWritesAtATime.check({ gates } as unknown as Recording);

it('is open until the later of its own time and a break-glass', () => {
  expect(gate('us-east-1', 0, 2)).toEqual({
    region: 'us-east-1',
    atMs: at(0),
    untilMs: at(2),
    epoch: 1,
    isClosed: false,
    isBroken: false,
  });
  expect(gate('us-east-1', 0, 2, 30).untilMs).toBe(at(30));
  expect(gate('us-east-1', 0, 2, 1).untilMs).toBe(at(2));
});

it('I1 S14 counts a break-glass, also one that was shortened: a writer may have read no other', () => {
  const [broken, shortened] = [gate('us-east-1', 0, 2, 30), gate('us-east-1', 1, 2, 5)];
  expect(violations(broken, shortened, gate('us-west-2', 29, 40))).toHaveLength(1);
  expect(violations(broken, shortened, gate('us-west-2', 31, 40))).toEqual([]);
});

it('I2 takes a gate that a fence has closed, and that a break-glass holds open, for no gate of the new epoch', () => {
  const closed = { ...gate('us-east-1', 10, 9, 30), epoch: 2 };
  const reopened = { ...gate('us-west-2', 31, 40), epoch: 2 };
  const writes = [11, 32].map((minutes) => ({ atMs: at(minutes), region: 'us-east-1', epoch: 1 }));
  const found = writesCarryTheCurrentEpoch.check({ gates: [closed, reopened], writes } as unknown as Recording);
  expect(found).toEqual([expect.stringContaining('accepted a write at 09:32')]);
});

it('I2 lets a person break the glass under the epoch that they read, in the Region that the next one was given back to', () => {
  const [reopened, broken] = [{ ...gate('us-east-1', 10, 12), epoch: 3 }, gate('us-east-1', 10, 9, 30)];
  const writes = [{ atMs: at(11), region: 'us-east-1', epoch: 1 }];
  const check = (...gates: Recording['gates']) =>
    writesCarryTheCurrentEpoch.check({ gates, writes } as unknown as Recording);
  expect(check(reopened, broken)).toEqual([]);
  expect(check(reopened)).toHaveLength(1);
  expect(check({ ...reopened, region: 'us-west-2' }, broken)).toHaveLength(1);
});
