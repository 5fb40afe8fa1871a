import { quietTimeAt } from '../../../lambdas/plan/quiet-time';

const freeze = { from: '2026-12-23T12:00:00Z', until: '2026-12-28T06:00:00Z', because: 'year end' };
/** Begins on Sundays at 23:00 and so ends on Mondays. */
const night = { days: ['sun' as const], at: '23:00', forSeconds: 7_200, because: 'patches' };
const at = (text: string) => quietTimeAt({ freezes: [freeze], maintenance: [night] }, Date.parse(text));

it('S27 is quiet from the first moment of a freeze until its end', () => {
  expect(at('2026-12-23T11:59:59Z')).toBeUndefined();
  expect(at('2026-12-23T12:00:00Z')).toEqual({ until: '2026-12-28T06:00:00.000Z', because: 'year end' });
  expect(at('2026-12-28T06:00:00Z')).toBeUndefined();
});

it('S27 is quiet in a maintenance window, over midnight too, and on its own days only', () => {
  const window = { until: '2026-01-05T01:00:00.000Z', because: 'patches' };
  expect(at('2026-01-04T22:59:59Z')).toBeUndefined();
  expect(at('2026-01-04T23:00:00Z')).toEqual(window);
  expect(at('2026-01-05T00:59:59Z')).toEqual(window);
  expect(at('2026-01-05T01:00:00Z')).toBeUndefined();
  expect(at('2026-01-05T23:30:00Z')).toBeUndefined();
});
