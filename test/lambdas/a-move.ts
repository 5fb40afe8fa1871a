import { takeTheLead, type Expectation, type Lead } from '../../lambdas/authority/lead';
import type { Move } from '../../lambdas/resources/kind';
import { EAST, WEST, type Stage } from './stage';

/** us-west-2 takes over from us-east-1 under the epoch after the first. */
export const aMove = (more: Partial<Move> = {}): Move => ({
  run: 'run-of-west',
  epoch: 2,
  from: EAST,
  to: WEST,
  lossBoundSeconds: 5,
  ...more,
});

/** What an assessment saw, whenever it was made. */
type Seen = Omit<Expectation, 'assessedAt'>;

/** What an assessment right after `initialise` saw. */
export const asInitialised = (more: Partial<Seen> = {}): Seen => ({
  epoch: 1,
  renewal: 0,
  votes: [],
  ...more,
});

/** As if it had been seen `secondsAgo`, by the clock of whoever moves. */
export const assessed = (stage: Stage, { to }: Move, seen: Seen, secondsAgo = 0): Expectation => ({
  assessedAt: new Date(stage.replicas(to).outside.clock.now() - secondsAgo * 1000).toISOString(),
  ...seen,
});

/** Takes the lead for a move on what was seen right now, from its target and without the lost Region's replica. */
export const lead = (stage: Stage, move = aMove(), seen = asInitialised(), secondsAgo = 0): Promise<Lead> =>
  takeTheLead(
    stage.replicas(move.to, move.from),
    move,
    assessed(stage, move, seen, secondsAgo),
    stage.plan.authority.lease,
  );
