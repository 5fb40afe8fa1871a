import { tooOld } from '../../../../lambdas/resources/aurora-global/prune';
import type { RecoveryPoint } from '../../../../lambdas/resources/kind';

/** A point of so many days ago, in January 2026. */
const point = (day: number, more: Partial<RecoveryPoint> = {}): RecoveryPoint => {
  const at = new Date(Date.UTC(2026, 0, day)).toISOString();
  return { id: `day-${day}`, arn: `arn-${day}`, at, bytes: 1, state: 'available', good: true, ...more };
};
const pruned = (points: readonly RecoveryPoint[], bornBeforeDay: number) =>
  tooOld(points, Date.UTC(2026, 0, bornBeforeDay)).map(({ id }) => id);

it('deletes what is too old, and keeps the rest', () => {
  expect(pruned([point(20), point(10), point(3), point(2)], 5)).toEqual(['day-3', 'day-2']);
});

it('I18 never deletes the newest good point, however old it is', () => {
  expect(pruned([point(3), point(2)], 30)).toEqual(['day-2']);
  const broken = { good: false, state: 'failed' } as const;
  expect(pruned([point(20, broken), point(3), point(2)], 30)).toEqual(['day-2']);
});

it('I18 deletes nothing while no point is good', () => {
  expect(pruned([point(3, { good: false }), point(2, { good: false })], 30)).toEqual([]);
});

it('leaves alone what is still being made', () => {
  expect(pruned([point(20), point(3, { state: 'making', good: false })], 30)).toEqual([]);
});
