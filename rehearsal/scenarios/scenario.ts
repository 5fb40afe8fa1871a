import type { Outcome } from '../../lambdas/evidence/compose';
import type { Journey } from '../../lambdas/plan/journeys';
import type { Plan } from '../../lambdas/plan/plan';
import type { Cloud } from '../aws/cloud';
import type { Mend } from '../faults/spoil';
import type { RunStart } from '../outcome';

/** Where a scenario strikes. */
export interface Stage {
  readonly cloud: Cloud;
  readonly plan: Plan;
  /** The Region that writes when the scenario strikes, and the one that would take over. */
  readonly active: string;
  readonly standby: string;
}

/** What must come of a scenario for it to be as expected. */
export interface Expectation {
  /** How the run that matters ends; `started` is what must have started it, if that matters. No run at all is `held`, and `never`. */
  readonly outcome: Outcome;
  /** To hold is as good, always or where the run asked people: the seed decides whether there is enough certainty to act. */
  readonly mayHold?: 'always' | 'when it asks';
  readonly started?: RunStart | 'never';
  /** Whether users may notice anything, or what alone they may notice. */
  readonly users?: 'undisturbed' | 'cut off by their gate';
  /** What its evidence must say. */
  readonly because?: RegExp;
  /** Verdicts that must have been given on the way. */
  readonly verdicts?: readonly string[];
  /** The error that the execution must end with. */
  readonly error?: string;
  /** Operations by which the run may change something; a run that moves may use any, every other run none but these. */
  readonly changes?: readonly string[];
  /** What else must be so at the end; answers what is not. */
  readonly leaves?: (stage: Stage) => readonly string[];
}

/** A named disaster. It changes the world, never our code, and never starts our journeys. */
export interface Scenario {
  readonly name: string;
  readonly journey: Journey;
  /** One line for `--list`. */
  readonly summary: string;
  /** The faults of SAFETY.md that it contains. */
  readonly faults: readonly string[];
  /**
   * Where the application must live when the rehearsal begins: the plan's first Region, or the second, as after a move. It
   * lives in the first, and either would do, if absent.
   */
  readonly livesIn?: 'the first Region' | 'the second Region';
  /** When the rehearsal begins, ISO 8601; the time of day decides which schedules come due. */
  readonly beginsAt?: string;
  /** What a plan must have for the scenario to be played with it; any plan will do, if absent. */
  readonly needs?: { readonly what: string; readonly has: (plan: Plan) => boolean };
  /** What strikes is an event: without it, nothing happens. */
  readonly isAnEvent?: true;
  /** Changes the world before the disaster, while everything is still well. */
  readonly prepare?: (stage: Stage) => void;
  /** Answers how to end what lasts, if anybody may: a soak looks whether users are served then. */
  readonly strike: (stage: Stage) => Mend | void;
  /** What the trace says of each loss that a move answers, in their order, if not the strike; milestones count from them. */
  readonly losses?: readonly string[];
  /** Whether all that it has in store has happened; before that, a rehearsal does not end when everything is at rest. */
  readonly isOver?: (stage: Stage) => boolean;
  /** With the quick start's plan, and with any other that `expectsIn` does not tell apart. */
  readonly expects: Expectation;
  readonly expectsIn?: (plan: Plan) => Expectation;
  /** How long to watch after the strike at most; a rehearsal ends earlier when everything has come to rest. */
  readonly watchSecondsMax: number;
}

/** What a scenario expects of a plan. */
export const expectationOf = ({ expects, expectsIn }: Scenario, plan: Plan): Expectation =>
  expectsIn?.(plan) ?? expects;
