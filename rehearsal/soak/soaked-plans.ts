import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parsePlan } from '../../lambdas/plan/parse-plan';
import { BadRequest } from '../bad-request';
import { readPlanFile } from '../open-assembly';
import { synthesize, type Assembly } from '../synthesize';
import type { SoakedPlan } from './trial';
import { variants } from './variants';
import { vary } from './vary';

/** A plan that is synthesized when its first trial comes, because most runs of a soak's command need few of them. */
export interface Soaked extends SoakedPlan {
  /** The directory of its assembly. */
  readonly dir: () => string;
  readonly isSynthesized: () => boolean;
  readonly remove: () => void;
}

const EXAMPLES = 'examples';

/** The plans of all examples as they are written, and each of them in every variant; half of all trials take one as it is. */
export const everyPlan = (): readonly Soaked[] =>
  readdirSync(EXAMPLES)
    .map((name) => join(EXAMPLES, name, 'plan.yaml'))
    .filter((file) => existsSync(file))
    .flatMap((file) => [
      { ...openPlan(file), weight: variants.length },
      ...variants.map(({ name }) => openPlan(`${file}+${name}`)),
    ]);

/** The plan of a file, or a variant of it: `examples/quickstart/plan.yaml+observes`. */
export const openPlan = (name: string): Soaked => {
  const [file = '', wanted] = name.split('+');
  const text = readPlanFile(file);
  const variant = variants.find((one) => one.name === wanted);
  if (wanted !== undefined && !variant) {
    throw new BadRequest(`no variant is named ${wanted}; allowed are ${variants.map((one) => one.name).join(', ')}`);
  }
  const plan = variant ? vary(text, variant, file) : parsePlan(text, file);
  let assembly: Assembly | undefined;
  return {
    name,
    plan,
    dir: () => (assembly ??= synthesize(plan)).dir,
    isSynthesized: () => assembly !== undefined,
    remove: () => assembly?.remove(),
  };
};
