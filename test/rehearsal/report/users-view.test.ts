import { usersView } from '../../../rehearsal/report/users-view';
import { observeObjectives, type UserRequest } from '../../../rehearsal/world/objectives';

const START = Date.UTC(2026, 0, 6, 9, 0, 3);

const view = (requests: readonly UserRequest[]) =>
  usersView({ requests, observed: observeObjectives(requests, new Set()) });

const asked = (second: number, more: Partial<UserRequest> = {}): UserRequest => ({
  at: START + second * 1000,
  good: true,
  ...more,
});

describe('usersView', () => {
  it('counts reads and writes in buckets that begin at round times', () => {
    const requests = [asked(0), asked(1, { good: false, onlyRead: true }), asked(2, { good: false }), asked(3)];
    expect(view(requests).buckets).toEqual([
      { at: '2026-01-06T09:00:00.000Z', readsGood: 2, readsFailed: 0, writesGood: 1, writesFailed: 1 },
      { at: '2026-01-06T09:00:05.000Z', readsGood: 1, readsFailed: 1, writesGood: 1, writesFailed: 1 },
    ]);
  });

  it.each([60, 900, 7_200, 86_400])('loses no request of %i s, and keeps the page small', (seconds) => {
    const { buckets } = view(Array.from({ length: seconds }, (_, second) => asked(second)));
    expect(buckets.length).toBeLessThanOrEqual(122);
    expect(buckets.reduce((sum, { writesGood }) => sum + writesGood, 0)).toBe(seconds);
  });

  it('leaves open an outage that had not ended', () => {
    const { outages } = view([asked(0), asked(1, { good: false })]);
    expect(outages).toEqual([{ from: '2026-01-06T09:00:04.000Z' }]);
  });
});
