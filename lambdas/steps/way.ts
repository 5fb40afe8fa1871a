import type { Replicas } from '../authority/replicas';
import type { StepRecord } from '../evidence/step-record';
import type { Plan } from '../plan/plan';
import type { Move } from '../resources/kind';

/** One of the ways into the door of the steps: by which right a run may act. */
export interface Way<P extends string> {
  /** Lets a step in, or answers why not. */
  enter(
    door: { readonly phase: P; readonly plan: Plan; readonly replicas: Replicas },
    move: Move,
    records: readonly StepRecord[],
  ): Promise<string | undefined>;
  /** Looks once more, right before a change; answers why it must not be made. */
  mayAct(replicas: Replicas, move: Move): Promise<string | undefined>;
  /** Tells others that the run goes on; answers whether it may. */
  showLife(replicas: Replicas, move: Move): Promise<boolean>;
}
