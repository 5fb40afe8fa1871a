import { instantOf } from '../../../../rehearsal/asl/data/timestamp';

const NINE = Date.UTC(2026, 0, 6, 9);

// https://states-language.net/spec.html#timestamps
it.each([
  ['2026-01-06T09:00:00Z', NINE],
  ['2026-01-06T09:00:00.25Z', NINE + 250],
  ['2026-01-06T11:00:00+02:00', NINE],
  ['2026-01-06t09:00:00Z', undefined],
  ['2026-01-06T09:00:00z', undefined],
  ['2026-01-06T09:00:00', undefined],
  ['2026-01-06 09:00:00Z', undefined],
  ['2026-13-06T09:00:00Z', undefined],
  ['2026-01-06', undefined],
  [NINE, undefined],
])('reads %p as %p', (text, instant) => {
  expect(instantOf(text)).toBe(instant);
});
