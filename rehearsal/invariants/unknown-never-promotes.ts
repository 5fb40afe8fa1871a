import { leadsIn } from './leads';
import { clockTime, type Invariant } from './recording';

/** I13: every vote that a lead relies on was cast, and said `down`: neither unknown nor an abstention becomes a loss. */
export const unknownNeverPromotes: Invariant = {
  id: 'I13',
  check: (recording) =>
    leadsIn(recording).flatMap(({ atMs, run: { name, from, votes } }) =>
      votes
        .filter(({ observer }) => !recording.votes.some((vote) => isLossOf(vote, observer, from, atMs)))
        .map(({ observer }) => `${name} took the lead at ${clockTime(atMs)} on a vote that ${observer} never cast`),
    ),
};

/** A vote is fresh for 45 s, an assessment for 15 s, and a write that two replicas do not answer takes 8 s. */
const LATELY_MS = 68_000;

const isLossOf = (
  vote: { readonly atMs: number; readonly observer: string; readonly says: Readonly<Record<string, string>> },
  observer: string,
  from: string,
  atMs: number,
): boolean =>
  vote.observer === observer && vote.says[from] === 'down' && vote.atMs <= atMs && atMs - vote.atMs <= LATELY_MS;
