import type { Region } from '../plan/plan';
import type { BreakGlass } from '../resources/kind';
import type { AuthorityItem } from './authority';

/** A break-glass as the authority knows it. */
export type NotedBreakGlass = NonNullable<AuthorityItem['breakGlass']>;

/** What the authority keeps of what a person wrote into a gate of a Region; its dates are compared as texts, so all have one form. */
export const noteOf = (
  region: Region,
  { until, by, reason }: Pick<BreakGlass, 'until' | 'by' | 'reason'>,
): NotedBreakGlass => ({
  region,
  until: new Date(until).toISOString(),
  by,
  reason,
});

/** The break-glass by which writers of a Region may write now, as far as the authority knows. */
export const breakGlassOf = (
  { breakGlass }: Pick<AuthorityItem, 'breakGlass'>,
  region: Region,
  nowMs: number,
): NotedBreakGlass | undefined =>
  breakGlass?.region === region && Date.parse(breakGlass.until) > nowMs ? breakGlass : undefined;

/**
 * Of what was noted and what the gates say now, the one that lasts longest: one that a person ended early, or wrote anew
 * with an earlier date, still counts for a writer that cannot read its gate any more (S14).
 */
export const longest = (...all: readonly (NotedBreakGlass | undefined)[]): NotedBreakGlass | undefined =>
  all
    .filter((one) => one !== undefined)
    .sort((one, other) => Date.parse(one.until) - Date.parse(other.until))
    .at(-1);
