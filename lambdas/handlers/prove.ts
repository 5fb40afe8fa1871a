import { stepFunction } from './step';

export const { create, handler } = stepFunction('prove', 'prove');
