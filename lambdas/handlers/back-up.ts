import { backupStep } from './backup-step';

export const { create, handler } = backupStep('back-up', 'backUp');
