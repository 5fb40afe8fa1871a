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

/** What an assessment right after `initialise` saw. */
export const asInitialised = (more: Partial<Expectation> = {}): Expectation => ({
  epoch: 1,
  renewal: 0,
  votes: [],
  ...more,
});

/** Takes the lead for a move, from its target and without the lost Region's replica. */
export const lead = (stage: Stage, move = aMove(), expects = asInitialised()): Promise<Lead> =>
  takeTheLead(stage.replicas(move.to, move.from), move, expects, stage.plan.authority.lease);
