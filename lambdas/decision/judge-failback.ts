import type { Region } from '../plan/plan';
import { count, observersOf } from './electorate';
import type { ReadinessFact, VoteFact } from './facts';

/** All that decides whether people are told that the application could move back. */
export interface FailbackFacts {
  /** The Region that it would move back to. */
  readonly preferred: Region;
  readonly active: Region;
  /** The run that leads at the moment. */
  readonly leader?: string;
  /** What everybody says of the preferred Region. */
  readonly votes: readonly VoteFact[];
  /** How many observers there are besides its own, whether they vote or not. */
  readonly observers: number;
  /** How long ago anything was last moved; undefined: never. */
  readonly movedSecondsAgo?: number;
  readonly readiness: readonly ReadinessFact[];
  readonly failbackAfterSeconds: number;
}

/** Whether a failback may be offered, and why. */
export interface FailbackOpinion {
  readonly offer: boolean;
  readonly because: string;
}

/**
 * A failback is offered only after a long time of health, and never made (S5): more than half of the observers outside
 * have seen the preferred Region healthy for that long, nobody has seen it down, the last move is as long ago, and all of
 * its resources are ready. Unknown is not health (S3).
 */
export const judgeFailback = (facts: FailbackFacts): FailbackOpinion => {
  const { preferred, active, leader, movedSecondsAgo, failbackAfterSeconds, readiness } = facts;
  if (active === preferred) return no(`${preferred} is active`);
  if (leader !== undefined) return no(`run ${leader} leads`);
  if (movedSecondsAgo !== undefined && movedSecondsAgo < failbackAfterSeconds)
    return no(`the last move was ${Math.floor(movedSecondsAgo)} s ago`);
  const { down, healthy } = count({ votes: facts.votes, suspect: preferred });
  if (down.length > 0) return no(`${observersOf(down)} reports the loss of ${preferred}`);
  const lasting = healthy.filter(({ lastedSeconds }) => lastedSeconds >= failbackAfterSeconds);
  if (lasting.length * 2 <= facts.observers)
    return no(`${lasting.length} of ${facts.observers} observers have seen it healthy for ${failbackAfterSeconds} s`);
  const unready = readiness.filter(({ says }) => says !== 'ready');
  if (unready.length > 0) return no(unready.map(({ because }) => because).join('; '));
  return {
    offer: true,
    because: `${observersOf(lasting)} have seen ${preferred} healthy for ${failbackAfterSeconds} s or longer, and it is ready`,
  };
};

const no = (because: string): FailbackOpinion => ({ offer: false, because });
