import { readAuthority } from '../authority/authority';
import { beginCoolDown } from '../authority/cool-down';
import { isLedBy, showLife } from '../authority/leading';
import type { Replicas } from '../authority/replicas';
import { UnderstudyError } from '../errors';
import type { StepRecord } from '../evidence/step-record';
import type { Plan } from '../plan/plan';
import type { Move } from '../resources/kind';
import type { Way } from './way';
import { judgeFence } from './judge-fence';
import { listPhases, phasesBefore, type Phase } from './phases';

/** Another run, or nobody, has the lead: this step must do nothing (S10). */
export class StaleEpoch extends UnderstudyError {
  override readonly name = 'StaleEpoch';
}

/** Makes sure that this run may act, as late as possible; answers why not, or throws when the epoch is not this run's. */
export const mayAct = async (replicas: Replicas, move: Move): Promise<string | undefined> => {
  const item = await readAuthority(replicas);
  if (!item) throw new StaleEpoch(`${move.run} leads nothing: nobody has initialised the authority`);
  if (!isLedBy(item, move)) {
    const leader = item.run ? `${item.run.name} leads` : 'nobody leads';
    throw new StaleEpoch(`epoch ${move.epoch} of ${move.run} is over: the epoch is ${item.epoch}, ${leader}`);
  }
  if (item.killSwitch) return `the kill switch is on, by ${item.killSwitch.by}`;
  return replicas.clockGuard.objection();
};

/** Lets a step of a run in: it lives, it leads, what must be done before is done, and its cool-down has begun. */
export const enter = async (
  { phase, plan, replicas }: { readonly phase: Phase; readonly plan: Plan; readonly replicas: Replicas },
  move: Move,
  records: readonly StepRecord[],
): Promise<string | undefined> => {
  await showLife(replicas, move);
  const objection = (await mayAct(replicas, move)) ?? missingBefore(phase, plan, move, records);
  if (objection === undefined && EFFECTS.has(phase)) await beginCoolDown(replicas, move);
  return objection;
};

/** The way of a run that has the lead. */
export const leading: Way<Phase> = { enter, mayAct, showLife };

const EFFECTS: ReadonlySet<Phase> = new Set(['fence', 'promote', 'scale', 'openGate', 'shift']);

const missingBefore = (
  phase: Phase,
  plan: Plan,
  { fenceAttested }: Move,
  records: readonly StepRecord[],
): string | undefined => {
  const phases = listPhases(plan);
  for (const required of phasesBefore(phase)) {
    const done = records.filter((one) => one.phase === required && one.says === 'done').map(({ resource }) => resource);
    if (required === 'fence') {
      const fenced = judgeFence(plan, done, fenceAttested);
      if (!fenced.ok) return `${phase} needs a fence first: ${fenced.because}`;
      continue;
    }
    const missing = phases[required].filter(({ resource }) => !done.includes(resource));
    if (missing.length > 0) {
      return `${phase} needs ${required} first, and ${missing.map(({ resource }) => resource).join(', ')} is not done`;
    }
  }
  return undefined;
};
