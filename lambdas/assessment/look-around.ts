import type { AuthorityItem } from '../authority/authority';
import { readAuthority } from '../authority/authority';
import type { LastKnown } from '../authority/replicas';
import { readVotes } from '../authority/votes';
import { isFresh } from '../decision/electorate';
import type { IncidentFacts } from '../decision/judge-incident';
import { look } from '../observation/look';
import { say } from '../observation/say';
import type { Vote } from '../observation/vote';
import type { Plan, Region } from '../plan/plan';
import type { IncidentSignal } from '../signals/incident-signal';

/** What an incident finds; `lastKnown` is for people to read and may be stale. */
export interface Surroundings {
  readonly facts: IncidentFacts;
  readonly lastKnown?: AuthorityItem;
}

/** Looks at every workload Region again, from here, and at what the authority said last; only reads. */
export const lookAround = async (
  plan: Plan,
  here: Region,
  signal: IncidentSignal,
  replicas: LastKnown,
): Promise<Surroundings> => {
  const { outside } = replicas;
  const [lastKnown, votes] = await Promise.all([
    unlessFault(readAuthority(replicas), undefined),
    unlessFault(readVotes(replicas), []),
  ]);
  const seen = lastKnown ? { active: lastKnown.active } : {};
  const { opinions } = say(await look({ plan, region: here, outside }, seen, undefined, []), undefined, 1);
  const nowMs = outside.clock.now();
  const facts: IncidentFacts = {
    from: signal.from,
    lastedSeconds: lastedSeconds(signal, nowMs),
    regions: opinions.map(({ region, says, because }) => ({
      region,
      says,
      because,
      healthyFor: healthyFor(votes, region, nowMs).filter((observer) => observer !== here),
    })),
  };
  return { facts, ...(lastKnown ? { lastKnown } : {}) };
};

/** Nobody was left when the last of them was lost. */
const lastedSeconds = ({ down }: IncidentSignal, nowMs: number): number =>
  down.length === 0 ? 0 : (nowMs - Math.max(...down.map(({ since }) => Date.parse(since)))) / 1000;

const healthyFor = (votes: readonly Vote[], region: Region, nowMs: number): readonly Region[] =>
  votes
    .filter(({ at }) => isFresh({ ageSeconds: (nowMs - Date.parse(at)) / 1000 }))
    .filter(({ opinions }) => opinions.some((one) => one.region === region && one.says === 'healthy'))
    .map(({ observer }) => observer);

/** Whatever cannot be read is unknown, and people are told all the same (S3). */
const unlessFault = async <T>(reading: Promise<T>, otherwise: T): Promise<T> => reading.catch(() => otherwise);
