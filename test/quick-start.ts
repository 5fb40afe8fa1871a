import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePlan } from '../lambdas/plan/parse-plan';
import type { Plan } from '../lambdas/plan/plan';

const FILE = 'examples/quickstart/plan.yaml';

/** The quick start's plan, as users get it. */
export const quickStart = (): Plan => parsePlan(readFileSync(join(__dirname, '..', FILE), 'utf8'), FILE);
