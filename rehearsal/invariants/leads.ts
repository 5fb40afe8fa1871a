import type { AuthorityState, Recording } from './recording';

/** A run that took the lead, and the authority as it was from then on. */
export type Lead = AuthorityState & { readonly run: NonNullable<AuthorityState['run']> };

/** Every time that a run took the lead. */
export const leadsIn = ({ authority }: Pick<Recording, 'authority'>): readonly Lead[] =>
  authority.filter((state, index): state is Lead => {
    const before = authority[index - 1]?.run;
    return state.run !== undefined && (state.run.name !== before?.name || state.run.region !== before.region);
  });

/** What one observer says of one Region. */
interface Word {
  readonly observer: string;
  readonly says: string;
}

/** S1: a vote that is older says nothing any more. */
const FRESH_SECONDS = 45;

/** From the assessment, which reads the votes, to the lead. */
const DECISION_SECONDS = 15;

/**
 * What each observer says of a Region, as an assessment right before a moment may have heard it. One that has become unsure
 * in between, as after a good look in a grey failure, takes nothing back yet: its last sure word counts.
 */
export const wordsOn = ({ votes }: Pick<Recording, 'votes'>, region: string, atMs: number): readonly Word[] => {
  const fresh = votes
    .filter((vote) => vote.atMs <= atMs && atMs - vote.atMs <= (FRESH_SECONDS + DECISION_SECONDS) * 1000)
    .flatMap(({ observer, says, ...vote }) => (says[region] ? [{ ...vote, observer, says: says[region] }] : []));
  return [...new Set(fresh.map(({ observer }) => observer))].flatMap((observer) => {
    const own = fresh.filter((word) => word.observer === observer);
    const heard = own.slice(
      Math.max(
        0,
        own.findLastIndex((word) => word.atMs <= atMs - DECISION_SECONDS * 1000),
      ),
    );
    return heard.findLast(({ says }) => SURE.has(says)) ?? heard.slice(-1);
  });
};

const SURE = new Set(['down', 'healthy']);
