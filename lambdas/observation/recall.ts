import type { Look } from './look';
import { say } from './say';
import type { Vote } from './vote';

/** What the loop before this one said last; that it said nothing is known, too. */
export interface LastVote {
  readonly vote: Vote | undefined;
}

/** What a loop knows of itself and of the one before it. */
export interface Memory {
  /** Absent until it could be read. */
  readonly last?: LastVote;
  readonly vote?: Vote;
  /** Looks whose meaning depends on what could not be read yet. */
  readonly unsure: readonly Look[];
}

/**
 * Says what a look means. A new loop goes on where the last one was: what has lasted must not begin again. Where the last
 * vote could not be read at first, every look since is said again as soon as it can, so that neither the beginning of a
 * loss (S31) nor the last lag of a healthy source (S15) is forgotten.
 */
export const recall = (memory: Memory, last: LastVote | undefined, latest: Look): Memory & { readonly vote: Vote } => {
  const looks = memory.last ? [latest] : [...memory.unsure, latest];
  const before = memory.last ? memory.vote : last?.vote;
  const generation = (last?.vote?.generation ?? 0) + 1;
  const vote = looks.reduce<Vote | undefined>((said, look) => say(look, said, generation), before)!;
  return { ...(last ? { last } : {}), vote, unsure: last ? [] : looks };
};
