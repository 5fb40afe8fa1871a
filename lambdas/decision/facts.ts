import type { Plan, Region } from '../plan/plan';

/** One observer's word on the suspected Region, as old as it is at the time of the assessment. */
export interface VoteFact {
  readonly observer: Region;
  readonly says: 'healthy' | 'down' | 'unknown' | 'abstains';
  readonly ageSeconds: number;
  /** How long it has said so without a gap. */
  readonly lastedSeconds: number;
  readonly because: string;
}

/** What the authority says; undefined as a whole is unknown. */
export interface AuthorityFact {
  readonly active: Region;
  readonly epoch: number;
  /** Which Regions get users. */
  readonly traffic: Readonly<Record<Region, boolean>>;
  /** The run that leads; `abandoned` when it has not been seen for so long that it must have died. */
  readonly leader?: {
    readonly run: string;
    readonly region: Region;
    readonly since: string;
    readonly abandoned: boolean;
  };
  readonly killSwitch?: { readonly by: string; readonly at: string };
  /** Seconds until the cool-down ends; 0 or less when it has. */
  readonly cooldownLeftSeconds: number;
  readonly movesToday: number;
}

/** How much one store would lose; `boundSeconds` undefined is unknown (S15). */
export interface LossFact {
  readonly resource: string;
  readonly allowed: boolean;
  readonly boundSeconds?: number;
  readonly because: string;
}

/** Whether one resource could take over in the target. */
export interface ReadinessFact {
  readonly resource: string;
  readonly says: 'ready' | 'not-ready' | 'unknown';
  readonly because: string;
}

/** What AWS itself says of the suspect, for people: no rule reads it. */
export interface AdviceFact {
  readonly because: string;
  /** When it was said, ISO 8601. */
  readonly at: string;
  readonly ageSeconds: number;
}

/** What people were asked about this loss, by this run or by another, and what they have said. */
export interface QuestionFact {
  readonly run: string;
  readonly isOurs: boolean;
  readonly says: 'open' | 'yes' | 'no';
  /** Who said what, and why. */
  readonly because: string;
  /** Whether it can no longer be answered. */
  readonly isOver: boolean;
  /** Whether it keeps others from asking. */
  readonly stands: boolean;
  /** The loss of writes that a yes accepts; `any` where nobody knew how much it is. */
  readonly acceptsLossSeconds: number | 'any';
}

/** Everything a verdict is made of: plain data, so that a verdict can be made again from its evidence. */
export interface Facts {
  readonly signal: {
    readonly from: 'alarm' | 'observer' | 'person';
    readonly because: string;
    /** How much a person accepts to lose; `any` also when nobody knows how much. */
    readonly acceptsLossSeconds?: number | 'any';
  };
  readonly suspect: Region;
  /** The Region that runs the journey, and would take over. */
  readonly target: Region;
  /** How long the run has been waiting for certainty: since its start, or since people last answered it. */
  readonly runSeconds: number;
  readonly automation: Plan['automation'];
  readonly rpoSeconds: number;
  /** The time of the plan in which nothing moves by itself, while it lasts. */
  readonly quiet?: { readonly until: string; readonly because: string };
  /** Present: the clock of the Region that would take over cannot be trusted (S11). */
  readonly clock?: { readonly because: string };
  readonly authority?: AuthorityFact;
  readonly question?: QuestionFact;
  /** The electorate: observers outside the suspected Region (S1). */
  readonly votes: readonly VoteFact[];
  /** What the same observers say of the target. */
  readonly targetVotes: readonly VoteFact[];
  readonly losses: readonly LossFact[];
  readonly readiness: readonly ReadinessFact[];
  /** What AWS Health says of the suspect; absent: nothing. */
  readonly advice?: readonly AdviceFact[];
}
