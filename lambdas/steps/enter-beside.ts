import { readAuthority } from '../authority/authority';
import type { Replicas } from '../authority/replicas';
import type { StepRecord } from '../evidence/step-record';
import type { Move } from '../resources/kind';
import { BACKUP_ORDER, type BackupPhase } from './backup-phases';
import type { Way } from './way';

/** Answers why a run that leads nothing must not act: somebody leads, who may act has changed, or nobody knows. */
const mayAct = async (replicas: Replicas, { run, epoch }: Move): Promise<string | undefined> => {
  const item = await readAuthority(replicas);
  if (!item) return 'nobody knows who may act';
  if (item.killSwitch) return `the kill switch is on, by ${item.killSwitch.by}`;
  if (item.run) return `${run} gives way: ${item.run.name} leads`;
  if (item.epoch !== epoch) return `${run} gives way: it began under epoch ${epoch}, and the epoch is ${item.epoch}`;
  return replicas.clockGuard.objection();
};

const missingBefore = (phase: BackupPhase, records: readonly StepRecord[]): string | undefined => {
  const required = BACKUP_ORDER.slice(0, BACKUP_ORDER.indexOf(phase));
  const missing = required.find((one) => !records.some((record) => record.phase === one && record.says === 'done'));
  return missing && `${phase} needs ${missing} first, and it is not done`;
};

/**
 * The way of a run that holds no lead, so that it can delay none: a failover takes the lead without asking, and from then
 * on every effect of this run is refused (S29).
 */
export const beside: Way<BackupPhase> = {
  mayAct,
  enter: async ({ phase, replicas }, move, records) => (await mayAct(replicas, move)) ?? missingBefore(phase, records),
  // Nobody waits for it, and what it began may end.
  showLife: async () => true,
};
