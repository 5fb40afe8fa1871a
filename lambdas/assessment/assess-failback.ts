import { readAuthority } from '../authority/authority';
import { abandonedFor } from '../authority/abandoned';
import type { Replicas } from '../authority/replicas';
import { readVotes } from '../authority/votes';
import type { FailbackFacts } from '../decision/judge-failback';
import { observerRegions } from '../plan/observer-regions';
import type { Plan, Region } from '../plan/plan';
import { voteFact } from './votes-on';
import { askReadiness } from './readiness';

/** Who is active now, and what decides whether a failback to `here` may be offered. */
export interface FailbackAssessment {
  readonly epoch: number;
  readonly facts: FailbackFacts;
}

/** Gathers the facts; only reads. Undefined while nobody has initialised the authority. */
export const assessFailback = async (
  plan: Plan,
  replicas: Replicas,
  here: Region,
): Promise<FailbackAssessment | undefined> => {
  const item = await readAuthority(replicas);
  if (!item) return undefined;
  const isAway = item.active !== here;
  const [votes, readiness] = isAway
    ? await Promise.all([readVotes(replicas), askReadiness(plan, here, replicas.outside)])
    : [[], []];
  const nowMs = replicas.outside.clock.now();
  const moved = item.moves.at(-1);
  const leader = item.run && abandonedFor(item.run, nowMs) === undefined ? item.run.name : undefined;
  return {
    epoch: item.epoch,
    facts: {
      preferred: here,
      active: item.active,
      ...(leader === undefined ? {} : { leader }),
      votes: votes.map((vote) => voteFact(vote, here, nowMs)),
      observers: observerRegions(plan).filter((region) => region !== here).length,
      ...(moved === undefined ? {} : { movedSecondsAgo: (nowMs - Date.parse(moved)) / 1000 }),
      readiness,
      failbackAfterSeconds: plan.automation.failbackAfterSeconds,
    },
  };
};
