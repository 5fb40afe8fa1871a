import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parsePlan } from '../lambdas/plan/parse-plan';
import type { Plan } from '../lambdas/plan/plan';
import { BadRequest } from './bad-request';
import { planOfAssembly } from './deploy/plan-of-assembly';
import { readPlanFile } from './read-plan-file';
import { synthesize, type Assembly } from './synthesize';

/** An assembly, with the plan that it holds. */
export interface OpenAssembly extends Assembly {
  readonly plan: Plan;
}

/** Synthesizes the app of a plan file; `remove` the assembly at the end. */
export const synthesizePlan = (file: string): OpenAssembly => {
  const plan = parsePlan(readPlanFile(file), file);
  return { plan, ...synthesize(plan) };
};

/** Opens an assembly that was synthesized before; removing it leaves it where it is. */
export const openAssembly = (dir: string): OpenAssembly => {
  if (!existsSync(join(dir, 'manifest.json'))) {
    throw new BadRequest(`${dir} is no cloud assembly: it has no manifest.json; make one with \`npx cdk synth\``);
  }
  return { plan: planOfAssembly(dir), dir, remove: () => undefined };
};
