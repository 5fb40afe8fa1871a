import { isFresh } from '../decision/electorate';
import type { VoteFact } from '../decision/facts';
import type { Vote } from '../observation/vote';
import type { Region } from '../plan/plan';

/** What a vote says of a Region, as old as it is now. */
export const voteFact = ({ observer, at, opinions }: Vote, suspect: Region, nowMs: number): VoteFact => {
  const ageSeconds = (nowMs - Date.parse(at)) / 1000;
  const opinion = opinions.find(({ region }) => region === suspect);
  if (!opinion) return { observer, says: 'unknown', ageSeconds, lastedSeconds: 0, because: 'says nothing of it' };
  const lastedSeconds = (Date.parse(at) - Date.parse(opinion.since)) / 1000;
  return { observer, says: opinion.says, ageSeconds, lastedSeconds, because: opinion.because };
};

/** Observers outside the suspected Region (S1). */
export const electorate = (votes: readonly Vote[], suspect: Region): readonly Vote[] =>
  votes.filter(({ observer }) => observer !== suspect);

/** Who freshly says that the suspect is down, and what they say of it. */
export const freshlyDown = (votes: readonly Vote[], suspect: Region, nowMs: number) =>
  electorate(votes, suspect).flatMap((vote) => {
    const opinion = vote.opinions.find(({ region, says }) => region === suspect && says === 'down');
    return opinion && isFresh(voteFact(vote, suspect, nowMs)) ? [{ vote, opinion }] : [];
  });
