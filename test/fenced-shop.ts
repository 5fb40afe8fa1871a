import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePlan } from '../lambdas/plan/parse-plan';
import type { Plan } from '../lambdas/plan/plan';

const FILE = 'examples/fences/plan.yaml';

/** The example that fences whatever writes, as users get it. */
export const fencedShop = (): Plan => parsePlan(readFileSync(join(__dirname, '..', FILE), 'utf8'), FILE);
