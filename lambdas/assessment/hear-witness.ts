import { isFresh } from '../decision/electorate';
import type { Opinion, Sighting, Vote } from '../observation/vote';
import type { Plan, Region } from '../plan/plan';
import { WITNESS, witnessedCheck } from '../plan/witness';

/**
 * The witness's vote on the suspect, made of the freshest sighting from outside of it (S1); undefined in a plan without a
 * witness. It is as old as the sighting, and unknown while nobody has read anything (S3).
 */
export const hearWitness = (
  plan: Plan,
  votes: readonly Vote[],
  { suspect, nowMs }: { readonly suspect: Region; readonly nowMs: number },
): Vote | undefined => {
  if (!plan.witness) return undefined;
  const heard = freshest(votes, suspect);
  if (!heard) return { ...SILENT, observer: WITNESS };
  const { vote, sighting } = heard;
  const check = witnessedCheck(plan)?.name ?? '';
  const losses = lossesSeen(votes, suspect, nowMs);
  // Route 53 asks for a page. That it answers does not contradict those who miss something else (S6).
  const isBesideThePoint = losses.length > 0 && losses.every(({ failing }) => !failing.includes(check));
  const says = sighting.says === 'healthy' && isBesideThePoint ? 'unknown' : sighting.says;
  const because = `Route 53's health checkers find ${check} ${sighting.says}, as ${vote.observer} reads it in DNS`;
  const failing = says === 'down' ? [check] : [];
  return {
    ...SILENT,
    observer: WITNESS,
    at: vote.at,
    opinions: [{ region: suspect, says, since: sighting.since, because, failing }],
  };
};

const SILENT = { generation: 0, at: new Date(0).toISOString(), opinions: [], lags: [] };

const freshest = (votes: readonly Vote[], suspect: Region): { vote: Vote; sighting: Sighting } | undefined =>
  votes
    .filter(({ observer }) => observer !== suspect)
    .flatMap((vote) => {
      const sighting = vote.witness?.find(({ region, says }) => region === suspect && says !== 'unknown');
      return sighting ? [{ vote, sighting }] : [];
    })
    .sort((a, b) => Date.parse(b.vote.at) - Date.parse(a.vote.at))[0];

/** What is freshly said of the loss outside of the suspect. */
const lossesSeen = (votes: readonly Vote[], suspect: Region, nowMs: number): readonly Opinion[] =>
  votes
    .filter(({ observer, at }) => observer !== suspect && isFresh({ ageSeconds: (nowMs - Date.parse(at)) / 1000 }))
    .flatMap(({ opinions }) => opinions.filter(({ region, says }) => region === suspect && says === 'down'));
