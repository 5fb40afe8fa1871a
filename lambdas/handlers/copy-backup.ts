import { backupStep } from './backup-step';

export const { create, handler } = backupStep('copy-backup', 'copy');
