import { backupStep } from './backup-step';

export const { create, handler } = backupStep('prune-backups', 'prune');
