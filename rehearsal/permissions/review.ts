import { lineOf, reviewed, type Reviewed } from './reviewed';
import type { Surveyed } from './survey';

/** What a survey found, held against the reviewed list. */
export interface Review {
  readonly used: readonly Surveyed[];
  /** Unused, and the entry that says why it stays. */
  readonly kept: readonly { readonly permission: Surveyed; readonly entry: Reviewed }[];
  /** Unused without a reason: to be removed, or reviewed. */
  readonly unexplained: readonly Surveyed[];
  /** Entries that explain nothing any more: to be removed from the list. */
  readonly stale: readonly Reviewed[];
}

/** Finds the reason of every permission that no rehearsal used. */
export const review = (surveyed: readonly Surveyed[], entries: readonly Reviewed[] = reviewed): Review => {
  const unused = surveyed.filter(({ usedBy }) => usedBy.length === 0);
  const entryOf = (permission: Surveyed) => entries.find((entry) => entry.permission.test(lineOf(permission)));
  const kept = unused.flatMap((permission) => {
    const entry = entryOf(permission);
    return entry ? [{ permission, entry }] : [];
  });
  return {
    used: surveyed.filter(({ usedBy }) => usedBy.length > 0),
    kept,
    unexplained: unused.filter((permission) => entryOf(permission) === undefined),
    stale: entries.filter((entry) => !kept.some((one) => one.entry === entry)),
  };
};
