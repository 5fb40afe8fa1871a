import { breakGlassOf, longest, noteOf } from '../../../lambdas/authority/break-glass';
import { aBreakGlass } from '../a-break-glass';
import { EAST, WEST } from '../stage';

const TEN = '2026-01-06T10:00:00.000Z';
const noted = noteOf(EAST, aBreakGlass(TEN));

it('S14 is in force in its own Region until its date, whether or not anybody holds the lease', () => {
  const [before, after] = [Date.parse(TEN) - 1, Date.parse(TEN)];
  expect(breakGlassOf({ breakGlass: noted }, EAST, before)).toBe(noted);
  expect(breakGlassOf({ breakGlass: noted }, EAST, after)).toBeUndefined();
  expect(breakGlassOf({ breakGlass: noted }, WEST, before)).toBeUndefined();
  expect(breakGlassOf({}, EAST, before)).toBeUndefined();
});

it('S14 is the one with the latest date of several, whatever their order', () => {
  const later = noteOf(EAST, aBreakGlass('2026-01-06T11:00:00.000Z'));
  expect([longest(noted, later), longest(later, undefined, noted), longest(undefined)]).toEqual([
    later,
    later,
    undefined,
  ]);
});
