import type { BreakGlass } from '../../lambdas/resources/kind';

/** What a person wrote into a gate, until a date in ISO 8601. */
export const aBreakGlass = (until: string, more: Partial<BreakGlass> = {}): BreakGlass => ({
  from: '2026-01-06T09:00:00.000Z',
  until,
  by: 'operations',
  reason: 'the table is down',
  ...more,
});
