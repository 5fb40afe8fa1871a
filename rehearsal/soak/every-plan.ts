import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parsePlan } from '../../lambdas/plan/parse-plan';
import { BadRequest } from '../bad-request';
import { readPlanFile } from '../read-plan-file';
import type { SoakedPlan } from './trial';
import { variants } from './variants';
import { vary } from './vary';

const EXAMPLES = 'examples';

/** The plans of all examples as they are written, and each of them in every variant; half of all trials take one as it is. */
export const everyPlan = (): readonly SoakedPlan[] =>
  readdirSync(EXAMPLES)
    .map((name) => join(EXAMPLES, name, 'plan.yaml'))
    .filter((file) => existsSync(file))
    .flatMap((file) => [
      { ...planNamed(file), weight: variants.length },
      ...variants.map(({ name }) => planNamed(`${file}+${name}`)),
    ]);

/** The plan of a file, or a variant of it: `examples/quickstart/plan.yaml+observes`. */
export const planNamed = (name: string): SoakedPlan => {
  const [file = '', wanted] = name.split('+');
  const text = readPlanFile(file);
  if (wanted === undefined) return { name, plan: parsePlan(text, file) };
  const variant = variants.find((one) => one.name === wanted);
  if (variant) return { name, plan: vary(text, variant, file) };
  throw new BadRequest(`no variant is named ${wanted}; allowed are ${variants.map((one) => one.name).join(', ')}`);
};
