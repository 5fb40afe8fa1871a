import type { AuthorityState, Recording, VoteState } from './recording';

/** A run that took the lead, and the authority as it was from then on. */
export type Lead = AuthorityState & { readonly run: NonNullable<AuthorityState['run']> };

/** Every time that a run took the lead. */
export const leadsIn = ({ authority }: Pick<Recording, 'authority'>): readonly Lead[] =>
  authority.filter((state, index): state is Lead => {
    const before = authority[index - 1]?.run;
    return state.run !== undefined && (state.run.name !== before?.name || state.run.region !== before.region);
  });

/** S1: a vote that is older says nothing any more. */
const FRESH_SECONDS = 45;

/** From the assessment, which reads the votes, to the lead. */
const DECISION_SECONDS = 15;

/** The last votes of all observers, as fresh as an assessment right before a moment may have seen them. */
export const freshVotes = ({ votes }: Pick<Recording, 'votes'>, atMs: number): readonly VoteState[] => {
  const newest = new Map<string, VoteState>();
  for (const vote of votes) if (vote.atMs <= atMs) newest.set(vote.observer, vote);
  return [...newest.values()].filter((vote) => atMs - vote.atMs <= (FRESH_SECONDS + DECISION_SECONDS) * 1000);
};
