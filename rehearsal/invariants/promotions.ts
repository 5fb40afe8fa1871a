import type { EffectRecord } from '../aws/endpoint/records';
import type { Recording } from './recording';

/** Operations that make another Region the writer. */
const PROMOTIONS = new Set(['FailoverGlobalCluster']);

/** The promotions of a recording, with their times in milliseconds since 1970. */
export const promotionsIn = ({ effects, beganMs }: Recording): readonly (EffectRecord & { readonly atMs: number })[] =>
  effects
    .filter(({ operation }) => PROMOTIONS.has(operation))
    .map((effect) => ({ ...effect, atMs: beganMs + effect.t }));
