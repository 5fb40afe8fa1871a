import type { CallRecord, EffectRecord } from '../aws/endpoint/records';
import type { Cloud } from '../aws/cloud';
import type { Plan } from '../../lambdas/plan/plan';
import type { LostWrite, UserRequest } from '../world/objectives';
import type { Deletion, Erasure } from './deletions';
import type { RunState } from './runs';
import type { AcceptedSeconds, PeoplesWords } from './peoples-words';

/** A gate parameter was written: in `region`, writers may write until `untilMs`, under `epoch`. */
export interface GateTime {
  readonly atMs: number;
  readonly region: string;
  readonly untilMs: number;
  readonly epoch: number;
  /** Only a person's break-glass lets anybody write: a fence that closes a gate writes its epoch and leaves that alone. */
  readonly isClosed?: boolean;
  /** A person's break-glass is in force: writers keep the epoch that the person found until the next renewal. */
  readonly isBroken?: boolean;
}

/** What a fence of the plan could stop in a Region, and whether it can still write. */
export interface WriterState {
  readonly atMs: number;
  readonly region: string;
  readonly resource: string;
  readonly canWrite: boolean;
}

/** The authority item as it was from `atMs` on. */
export interface AuthorityState {
  readonly atMs: number;
  readonly epoch: number;
  readonly active: string;
  readonly traffic: Readonly<Record<string, boolean>>;
  readonly killSwitch?: { readonly at: string };
  readonly acknowledged?: { readonly at: string };
  /** A person noted that writers of a Region may write until then. */
  readonly breakGlass?: { readonly region: string; readonly until: string };
  /** What people were asked last, and the loss that a yes to it accepts. */
  readonly question?: { readonly run: string; readonly askedAt: string; readonly acceptsLossSeconds: AcceptedSeconds };
  readonly run?: {
    readonly name: string;
    readonly region: string;
    readonly from: string;
    /** Present: it goes on with the move of a run that died. */
    readonly continues?: readonly unknown[];
    readonly votes: readonly { readonly observer: string; readonly says: string }[];
  };
}

/** What an observer wrote into the table, and when it arrived there. */
export interface VoteState {
  readonly atMs: number;
  readonly observer: string;
  /** Its word on each Region; of one that is left out, it says nothing. */
  readonly says: Readonly<Record<string, string>>;
}

/** A write of the application that its database acknowledged. */
export interface AcceptedWrite {
  readonly atMs: number;
  readonly region: string;
  readonly epoch: number;
}

/** Where a user's look-up led, and whether the Region it led to could take a write at that moment. */
export interface Answer {
  readonly atMs: number;
  readonly region: string;
  readonly writes: boolean;
  /** Whether the Region was dead to everybody, so that no answer was better until the application had left it. */
  readonly dead: boolean;
}

/** What really happened in the simulated world, kept for the invariants; nothing in it is told by our own code. */
export interface Recording {
  readonly plan: Plan;
  /** Milliseconds since 1970 at which the rehearsal began; effects and calls count from it. */
  readonly beganMs: number;
  readonly gates: readonly GateTime[];
  /** Looked at every few seconds. */
  readonly writers: readonly WriterState[];
  readonly words: PeoplesWords;
  readonly authority: readonly AuthorityState[];
  readonly votes: readonly VoteState[];
  readonly writes: readonly AcceptedWrite[];
  readonly answers: readonly Answer[];
  readonly effects: readonly EffectRecord[];
  readonly calls: readonly CallRecord[];
  /** Seconds of acknowledged writes that were lost, as users count them; null where nothing was promoted. */
  readonly rpoSeconds: number | null;
  /** What users asked, in the order of time, and every write of theirs that was acknowledged and is gone. */
  readonly requests: readonly UserRequest[];
  readonly lost: readonly LostWrite[];
  /** Every run of a journey. */
  readonly runs: readonly RunState[];
  /** Names of the runs that old events started once more. */
  readonly replayed: readonly string[];
  readonly deletions: readonly Deletion[];
  readonly erasures: readonly Erasure[];
  /** When the scenario's loss began, if the scenario is a loss that must end in a move and nothing else; milliseconds since 1970. */
  readonly trueLossMs?: number;
  /** Faults beside the scenario's own, by SAFETY.md's ids. */
  readonly disturbances: readonly Disturbance[];
}

/** A fault beside the scenario, in milliseconds since 1970; one that never ends is until `Infinity`. */
export interface Disturbance {
  readonly id: string;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** A broken invariant, in words. */
export interface Violation {
  readonly invariant: string;
  readonly because: string;
}

/** Says what is broken in a recording. Its id is SAFETY.md's. */
export interface Invariant {
  readonly id: string;
  readonly check: (recording: Recording) => readonly string[];
}

/** The authority as it was at a moment. */
export const authorityAt = ({ authority }: Pick<Recording, 'authority'>, atMs: number): AuthorityState | undefined =>
  authority.filter((state) => state.atMs <= atMs).at(-1);

/** `09:03:27.120` for messages. */
export const clockTime = (atMs: number): string => new Date(atMs).toISOString().slice(11, 23);

/** The moments that a message names by `clockTime`, in milliseconds since 1970; no rehearsal lasts a day. */
export const momentsNamedIn = (message: string, beganMs: number): readonly number[] =>
  (message.match(/\b\d\d:\d\d:\d\d\.\d{3}\b/g) ?? []).map((time) => {
    const sameDay = Date.parse(`${new Date(beganMs).toISOString().slice(0, 11)}${time}Z`);
    return sameDay < beganMs ? sameDay + DAY_MS : sameDay;
  });

const DAY_MS = 86_400_000;

/** What a recording is filled from while a rehearsal runs. */
export type RecordedCloud = Pick<Cloud, 'ssm' | 'dynamodb' | 'rds' | 'route53'>;
