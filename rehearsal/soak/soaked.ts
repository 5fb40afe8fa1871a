import { synthesize, type Assembly } from '../synthesize';
import type { SoakedPlan } from './trial';

/** A plan that is synthesized when its first trial comes, because most runs of a soak's command need few of them. */
export interface Soaked extends SoakedPlan {
  /** The directory of its assembly. */
  readonly dir: () => string;
  readonly isSynthesized: () => boolean;
  readonly remove: () => void;
}

/** Makes a plan ready to be soaked; `remove` what became of it at the end. */
export const soaked = (one: SoakedPlan): Soaked => {
  let assembly: Assembly | undefined;
  return {
    ...one,
    dir: () => (assembly ??= synthesize(one.plan)).dir,
    isSynthesized: () => assembly !== undefined,
    remove: () => assembly?.remove(),
  };
};
