import type { Replicas } from '../authority/replicas';
import { UnderstudyError } from '../errors';
import { noteFirst, readEntry, readLedger } from '../evidence/ledger';
import { beforeEntry, stepEntry, stepsIn } from '../evidence/step-record';
import type { Plan } from '../plan/plan';
import { refused, type Before, type Move, type Progress } from '../resources/kind';
import { leading } from './enter';
import { beside } from './enter-beside';
import type { BackupPhase } from './backup-phases';
import type { Phase } from './phases';
import { speakAfter, type Said, type Say } from './say';
import type { StepAnswer, StepRequest } from './step';
import type { Way } from './way';

/** Somebody said stop right before a change; it was not made. */
export class Stopped extends UnderstudyError {
  override readonly name = 'Stopped';
}

/** What a step does once it is let through. */
export interface Act {
  readonly deadlineSeconds: number;
  /** Calls `aboutToAct` right before its first change. */
  start(aboutToAct: (before?: Before) => Promise<void>, startedAt: string): Promise<Progress>;
  poll(startedAt: string): Promise<Progress>;
}

/** The room a step runs in. */
export interface Door<P extends string = Phase> {
  readonly phase: P;
  readonly plan: Plan;
  readonly replicas: Replicas;
}

/** The one door through which every step runs: epoch, order, cool-down, intent, act, progress. */
export const runStep = (door: Door, request: StepRequest, act: Act): Promise<StepAnswer> =>
  pass({ ...door, way: leading }, request, act);

/** The second way into the same door, for a run that leads nothing and gives way to any that does (S29). */
export const runStepBeside = (door: Door<BackupPhase>, request: StepRequest, act: Act): Promise<StepAnswer> =>
  pass({ ...door, way: beside }, request, act);

interface OpenDoor<P extends string> extends Door<P> {
  readonly way: Way<P>;
}

const pass = <P extends string>(door: OpenDoor<P>, request: StepRequest, act: Act): Promise<StepAnswer> =>
  request.ask === 'start' ? start(door, request, act) : poll(door, request, act);

const start = async <P extends string>(
  door: OpenDoor<P>,
  { move, step }: StepRequest,
  act: Act,
): Promise<StepAnswer> => {
  const { replicas, phase, way } = door;
  const { resource } = step;
  const startedAt = new Date(replicas.outside.clock.now()).toISOString();
  const entries = await readLedger(replicas, move.run);
  const entry = stepEntry(phase, resource);
  const there = entries.find((one) => one.entry === entry);
  const say = speakAfter(there, { replicas, run: move.run, entry, attemptAt: startedAt });
  let acted = false;
  const said = (): Said => ({ phase, resource, startedAt, acted });
  const objection = await way.enter(door, move, stepsIn(entries));
  if (objection) return answer(say, said(), refused(objection));
  await intend(say, said());
  const progress = await act.start(async (before) => {
    const hadActed = acted;
    acted = true;
    if (before) await remember(door, move, resource, before);
    await intend(say, said());
    // As late as possible, because writing the intent may have taken long.
    const stop = await way.mayAct(replicas, move);
    if (!stop) return;
    acted = hadActed;
    await intend(say, said());
    throw new Stopped(stop);
  }, startedAt);
  return answer(say, said(), progress);
};

/** Notes what the change is about to replace, unless an earlier attempt did: that one saw it before any change. */
const remember = ({ replicas, phase }: Door<string>, { run }: Move, resource: string, before: Before): Promise<void> =>
  noteFirst(replicas, run, beforeEntry(phase, resource), { phase, resource, before });

/** An intent that stays is the evidence of a crash; `acted` says whether anything may have been changed. */
const intend = (say: Say, said: Said): Promise<void> =>
  say({ ...said, says: 'intent', because: `about to ${said.phase} ${said.resource}` });

const poll = async <P extends string>(
  door: OpenDoor<P>,
  { move, step, startedAt }: Extract<StepRequest, { ask: 'poll' }>,
  act: Act,
): Promise<StepAnswer> => {
  const { phase, replicas, way } = door;
  const { resource } = step;
  const { run } = move;
  const entry = stepEntry(phase, resource);
  const attemptAt = new Date(replicas.outside.clock.now()).toISOString();
  const [progress, goesOn, there] = await Promise.all([
    act.poll(startedAt),
    way.showLife(replicas, move),
    readEntry(replicas, run, entry),
  ]);
  const say = speakAfter(there, { replicas, run, entry, attemptAt });
  const tookSeconds = (replicas.outside.clock.now() - Date.parse(startedAt)) / 1000;
  const isLate = progress.says === 'pending' && tookSeconds > act.deadlineSeconds;
  const late = `not done within ${act.deadlineSeconds} s; the last word: ${progress.because}`;
  const said = { phase, resource, startedAt, acted: true };
  if (!goesOn) return answer(say, said, refused(`${run} no longer leads; the last word: ${progress.because}`));
  return answer(say, said, isLate ? refused(late) : progress);
};

const answer = async (say: Say, said: Said, progress: Progress): Promise<StepAnswer> => {
  const { says, because } = progress;
  await say({ ...said, says, because });
  const againInSeconds = says === 'pending' ? progress.againInSeconds : 0;
  return { says, because, againInSeconds, startedAt: said.startedAt };
};
