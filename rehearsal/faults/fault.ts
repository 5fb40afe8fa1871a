import type { Stage } from '../scenarios/scenario';

/** A fault of SAFETY.md that needs no timing of its own, to be added to any scenario. */
export interface Fault {
  /** SAFETY.md's id. */
  readonly id: string;
  /** One line for `--list`. */
  readonly summary: string;
  /** Events come too late or not at all, so that a scenario which is an event cannot be played. */
  readonly losesEvents?: true;
  /** Spoils the world; called right before the scenario strikes. */
  readonly strike: (stage: Stage) => void;
}
