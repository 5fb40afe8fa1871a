import { backupStep } from './backup-step';

export const { create, handler } = backupStep('verify-backup', 'verify');
