import { closest, distance } from 'fastest-levenshtein';

/** What somebody probably meant among a few words: a third of the letters may differ, at least two, case aside. */
export const didYouMean = (written: string, known: readonly string[]): string | undefined => {
  if (known.length === 0) return undefined;
  const lowered = known.map((word) => word.toLowerCase());
  const candidate = closest(written.toLowerCase(), lowered);
  const differing = distance(written.toLowerCase(), candidate);
  const near = differing < candidate.length && differing <= Math.max(2, candidate.length / 3);
  return near ? known[lowered.indexOf(candidate)] : undefined;
};

/** The fix for a word that is none of the known ones: the one that was probably meant, or else the advice given. */
export const suggest = (written: unknown, known: readonly string[], otherwise: string): string => {
  const meant = typeof written === 'string' ? didYouMean(written, known) : undefined;
  return meant === undefined ? otherwise : `did you mean "${meant}"?`;
};
