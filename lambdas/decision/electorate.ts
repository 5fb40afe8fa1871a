import type { Facts, VoteFact } from './facts';

/** How many must agree that a Region is down (S1). */
export const QUORUM = 2;

/** A vote older than this says nothing any more (S1). */
export const FRESH_SECONDS_MAX = 45;

/** A vote from further in the future than this comes from a clock that cannot be trusted (S11). */
const SKEW_SECONDS_MAX = 2;

/** Whether a vote still says something: neither stale nor from the future. */
export const isFresh = ({ ageSeconds }: Pick<VoteFact, 'ageSeconds'>): boolean =>
  ageSeconds <= FRESH_SECONDS_MAX && ageSeconds >= -SKEW_SECONDS_MAX;

/** The fresh votes of the electorate by what they say; any other is unknown or an abstention, and so is in none (S2, S3). */
export const count = ({ votes, suspect }: Pick<Facts, 'votes' | 'suspect'>) => {
  const fresh = votes.filter((vote) => vote.observer !== suspect && isFresh(vote));
  return { down: saying(fresh, 'down'), healthy: saying(fresh, 'healthy') };
};

const saying = (votes: readonly VoteFact[], word: VoteFact['says']) => votes.filter(({ says }) => says === word);

export const observersOf = (votes: readonly VoteFact[]): string => votes.map(({ observer }) => observer).join(', ');
