import { authorityFor } from '../../../lambdas/steps/authority-port';
import type { Acting, Move, Ways } from '../../../lambdas/resources/kind';
import type { Resource } from '../../../lambdas/plan/plan';
import type { Stage } from '../stage';

/** The quick start's resource of a kind. */
export const resourceOf = <K extends Resource['kind']>({ plan }: Stage, kind: K): Extract<Resource, { kind: K }> =>
  plan.resources.find((resource): resource is Extract<Resource, { kind: K }> => resource.kind === kind)!;

/** What a capability may use in a move: the ways out of its target, and the authority without the lost Region. */
export const waysOf = (stage: Stage, move: Move, more: Partial<Ways> = {}): Ways => ({
  outside: stage.outside(move.to),
  plan: stage.plan,
  authority: authorityFor(stage.replicas(move.to, move.from), stage.plan, move),
  startedAt: new Date(stage.world.clock.now()).toISOString(),
  aboutToAct: () => Promise.resolve(),
  suspectAnswers: () => Promise.resolve(undefined),
  ...more,
});

/** Runs an acting capability as a phase does: starts it, and asks again as it wants until it is done or refused. */
export const untilDone = async <R>({ world }: Stage, acting: Acting<R>, resource: R, move: Move, ways: Ways) => {
  let progress = await acting.start(resource, move, ways);
  while (progress.says === 'pending') {
    await world.clock.sleep(progress.againInSeconds * 1000);
    progress = await acting.poll(resource, move, ways);
  }
  return progress;
};
