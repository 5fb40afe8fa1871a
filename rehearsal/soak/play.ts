import type { Plan } from '../../lambdas/plan/plan';
import type { Violation } from '../invariants/recording';
import { rehearse, type Rehearsal } from '../rehearse';
import type { Moment } from '../report/chronicle';
import { outcomeOf } from '../outcome';
import { scenarioNamed } from '../scenarios/find';
import type { Mend } from '../faults/spoil';
import { expectationOf, type Stage } from '../scenarios/scenario';
import type { Users } from '../world/users';
import { findStuck } from './progress-is-made';
import { reachedIn, type Reached } from './reached';
import type { Trial } from './trial';
import { withTimeline, type Violated } from './violated';

/** What came of a trial. */
export interface Played {
  readonly seed: number;
  readonly traceSha256: string;
  /** Broken invariants, `liveness` among them, and `simulation` where the trial could not be played to its end. */
  readonly violations: readonly Violated[];
  readonly reached: Reached;
  readonly outcome: string;
}

/** An assembly that was synthesized of a plan. */
interface Deployable {
  readonly plan: Plan;
  readonly assemblyDir: string;
  readonly listen?: (moment: Moment) => void;
}

/** Rehearses one trial: safety all the time, and liveness once the faults have passed. */
export const play = async (
  { seed, scenario: name, spells, replays }: Trial,
  deployable: Deployable,
): Promise<Played> => {
  const scenario = scenarioNamed(name);
  const { outcome, users } = expectationOf(scenario, deployable.plan);
  const afterwards = async (stage: Stage, people: Users, mend?: Mend): Promise<readonly string[]> => {
    mend?.();
    // Of what lasts in any other scenario, nobody may recover before it ends.
    const isServable = mend !== undefined || outcome === 'moved' || users === 'undisturbed';
    return isServable ? findStuck(stage, people) : [];
  };
  const rehearsal = await rehearse({ ...deployable, seed, scenario, spells, afterwards, replays });
  return {
    seed,
    traceSha256: rehearsal.traceSha256,
    violations: [...rehearsal.violations, ...livenessOf(rehearsal)].map((one) => withTimeline(one, rehearsal)),
    reached: reachedIn(rehearsal),
    outcome: outcomeOf(rehearsal.runs) ?? 'no evidence',
  };
};

const livenessOf = ({ stuck }: Rehearsal): Violation[] => stuck.map((because) => ({ invariant: 'liveness', because }));
