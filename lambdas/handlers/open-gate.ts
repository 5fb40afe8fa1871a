import { stepFunction } from './step';

export const { create, handler } = stepFunction('open-gate', 'openGate');
