import fc from 'fast-check';
import { durationText, parseDuration, showDuration } from '../../../lambdas/plan/duration';

it.each([
  ['90s', 90],
  ['15m', 900],
  ['1h', 3_600],
  ['2d', 172_800],
])('reads %s as %d seconds', (text, seconds) => expect(parseDuration(text)).toBe(seconds));

it.each(['90', '1.5h', '-5m', '2h30m', '15 m', '5M', 's', ''])('does not take "%s" for a duration', (text) =>
  expect(text).not.toMatch(durationText),
);

it.each([
  [0, '0s'],
  [90, '90s'],
  [120, '2m'],
  [5_400, '90m'],
  [86_400, '1d'],
])('shows %d seconds as %s', (seconds, text) => expect(showDuration(seconds)).toBe(text));

it('shows what it reads back as the same', () => {
  fc.assert(fc.property(fc.nat(), (seconds) => parseDuration(showDuration(seconds)) === seconds));
});
