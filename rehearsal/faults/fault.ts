import type { Stage } from '../scenarios/scenario';
import type { Mend } from './spoil';

/** A fault of SAFETY.md. */
export interface Fault {
  /** SAFETY.md's id. */
  readonly id: string;
  /** One line for `--list`. */
  readonly summary: string;
  /** Events come too late or not at all, so that a scenario which is an event cannot be played. */
  readonly losesEvents?: true;
  /** Spoils the world, from now until the result is called. */
  readonly strike: (stage: Stage, draw: () => number) => Mend;
}
