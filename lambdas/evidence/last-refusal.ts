import type { LedgerEntry } from './ledger';

/** Why the last phase that did not reach its end did not; undefined where every phase that was closed did. */
export const lastRefusal = (entries: readonly LedgerEntry[]): string | undefined => {
  const refused = entries.filter(({ entry, ok }) => entry.startsWith('phase#') && ok === false);
  const because = refused.sort((a, b) => a.at.localeCompare(b.at)).at(-1)?.['because'];
  return typeof because === 'string' ? because : undefined;
};
