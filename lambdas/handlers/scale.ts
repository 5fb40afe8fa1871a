import { stepFunction } from './step';

export const { create, handler } = stepFunction('scale', 'scale');
