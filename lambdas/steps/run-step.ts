import { readAuthority } from '../authority/authority';
import { beginCoolDown } from '../authority/cool-down';
import { isLedBy } from '../authority/lead';
import type { Replicas } from '../authority/replicas';
import { UnderstudyError } from '../errors';
import { note, readLedger } from '../evidence/ledger';
import { stepEntry, stepsIn, type StepRecord } from '../evidence/step-record';
import type { Plan } from '../plan/plan';
import { refused, type Move, type Progress } from '../resources/kind';
import { listPhases, REQUIRES, type Phase } from './phases';
import type { StepAnswer, StepRequest } from './step';

/** Another run, or nobody, has the lead: this step must do nothing (S10). */
export class StaleEpoch extends UnderstudyError {
  override readonly name = 'StaleEpoch';
}

/** What a step does once it is let through. */
export interface Act {
  readonly deadlineSeconds: number;
  start(): Promise<Progress>;
  poll(): Promise<Progress>;
}

/** The room a step runs in. */
export interface Door {
  readonly phase: Phase;
  readonly plan: Plan;
  readonly replicas: Replicas;
}

/** The one door through which every step runs: epoch, order, cool-down, intent, act, progress. */
export const runStep = (door: Door, request: StepRequest, act: Act): Promise<StepAnswer> =>
  request.ask === 'start' ? start(door, request, act) : poll(door, request, act);

const start = async (door: Door, { move, step }: StepRequest, act: Act): Promise<StepAnswer> => {
  const record = begin(door, step.resource);
  const records = stepsIn(await readLedger(door.replicas, move.run));
  // An intent of an earlier attempt may have acted before it crashed.
  const before = records.some(
    ({ phase, resource, acted }) => phase === door.phase && resource === step.resource && acted,
  );
  const objection = await enter(door, move, records);
  if (objection) return answer(door, move, { ...record, acted: before }, refused(objection));
  const because = `about to ${door.phase} ${step.resource}`;
  await note(door.replicas, move.run, stepEntry(door.phase, step.resource), {
    ...record,
    says: 'intent',
    because,
    acted: true,
  });
  const progress = await act.start();
  return answer(door, move, { ...record, acted: before || progress.says !== 'refused' }, progress);
};

const begin = ({ phase, replicas }: Door, resource: string) => ({
  phase,
  resource,
  startedAt: new Date(replicas.outside.clock.now()).toISOString(),
});

const poll = async (
  door: Door,
  { move, step, startedAt }: Extract<StepRequest, { ask: 'poll' }>,
  act: Act,
): Promise<StepAnswer> => {
  const record = { phase: door.phase, resource: step.resource, startedAt, acted: true };
  const progress = await act.poll();
  const tookSeconds = (door.replicas.outside.clock.now() - Date.parse(startedAt)) / 1000;
  const isLate = progress.says === 'pending' && tookSeconds > act.deadlineSeconds;
  const late = `not done within ${act.deadlineSeconds} s; the last word: ${progress.because}`;
  return answer(door, move, record, isLate ? refused(late) : progress);
};

/** Checks that this run may act now; answers an objection, or throws when the epoch is not this run's. */
const enter = async (
  { replicas, phase, plan }: Door,
  move: Move,
  records: readonly StepRecord[],
): Promise<string | undefined> => {
  const item = await readAuthority(replicas);
  if (!item || !isLedBy(item, move)) {
    const leader = item?.run ? `${item.run.name} leads` : 'nobody leads';
    throw new StaleEpoch(`epoch ${move.epoch} of ${move.run} is over: the epoch is ${item?.epoch}, ${leader}`);
  }
  if (item.killSwitch) return `the kill switch is on, by ${item.killSwitch.by}`;
  const missing = missingBefore(phase, plan, records);
  if (missing) return missing;
  if (EFFECTS.has(phase)) await beginCoolDown(replicas, item, move);
  return undefined;
};

const EFFECTS: ReadonlySet<Phase> = new Set(['fence', 'promote', 'scale', 'openGate', 'shift']);

const missingBefore = (phase: Phase, plan: Plan, records: readonly StepRecord[]): string | undefined => {
  const required = REQUIRES[phase];
  if (required === undefined) return undefined;
  const isDone = (resource: string) =>
    records.some((record) => record.phase === required && record.resource === resource && record.says === 'done');
  const missing = listPhases(plan)[required].filter(({ resource }) => !isDone(resource));
  if (missing.length === 0) return undefined;
  return `${phase} needs ${required} first, and ${missing.map(({ resource }) => resource).join(', ')} is not done`;
};

const answer = async (
  { replicas }: Door,
  { run }: Move,
  record: Pick<StepRecord, 'phase' | 'resource' | 'startedAt' | 'acted'>,
  progress: Progress,
): Promise<StepAnswer> => {
  const { says, because } = progress;
  await note(replicas, run, stepEntry(record.phase, record.resource), { ...record, says, because });
  const againInSeconds = says === 'pending' ? progress.againInSeconds : 0;
  return { says, because, againInSeconds, startedAt: record.startedAt };
};
