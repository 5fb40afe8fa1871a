import type { Resource } from '../plan/plan';
import type { Step } from './step';

/** The phases of a backup, in the order that a run must pass them: nothing is pruned before the new point is verified. */
export const BACKUP_ORDER = ['backUp', 'copy', 'verify', 'prune'] as const;

export type BackupPhase = (typeof BACKUP_ORDER)[number];

export type BackupPhases = Readonly<Record<BackupPhase, readonly Step[]>>;

/** Lists every step of the backup of one resource. */
export const listBackupPhases = ({ name: resource, kind }: Pick<Resource, 'name' | 'kind'>): BackupPhases => {
  const step = (capability: BackupPhase): readonly Step[] => [{ resource, kind, capability }];
  return { backUp: step('backUp'), copy: step('copy'), verify: step('verify'), prune: step('prune') };
};
