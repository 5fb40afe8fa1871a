import type { Stage } from '../scenarios/scenario';
import type { Mend } from './spoil';

/** A fault of SAFETY.md. */
export interface Fault {
  readonly name: string;
  /** SAFETY.md's id. */
  readonly id: string;
  /** One line for `--list`. */
  readonly summary: string;
  /** Events come too late or not at all, so that a scenario which is an event cannot be played. */
  readonly losesEvents?: true;
  /** Would change what a scenario means if it never ended, so that only the soak adds it, for a while. */
  readonly passes?: true;
  /** What people do; it cannot be taken back, and asks for a deployed Understudy. */
  readonly byPeople?: true;
  /** Spoils the world, from now until the result is called. */
  readonly strike: (stage: Stage, draw: () => number) => Mend;
}
