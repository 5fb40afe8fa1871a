import type { Facts, VoteFact } from './facts';

/** How many must agree that a Region is down (S1). */
export const QUORUM = 2;

/** A vote older than this says nothing any more (S1). */
export const FRESH_SECONDS_MAX = 45;

/** The fresh votes of the electorate by what they say; a stale vote is unknown, and so is in none (S3). */
export const count = ({ votes, suspect }: Pick<Facts, 'votes' | 'suspect'>) => {
  const fresh = votes.filter(({ observer, ageSeconds }) => observer !== suspect && ageSeconds <= FRESH_SECONDS_MAX);
  return { down: saying(fresh, 'down'), healthy: saying(fresh, 'healthy') };
};

const saying = (votes: readonly VoteFact[], word: VoteFact['says']) => votes.filter(({ says }) => says === word);

export const observersOf = (votes: readonly VoteFact[]): string => votes.map(({ observer }) => observer).join(', ');
