import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePlanJson } from '../../lambdas/plan/parse-plan-json';
import type { Plan } from '../../lambdas/plan/plan';
import { DeployFault } from './deploy-fault';

/** The plan that an assembly was synthesized from: the one in its plan layer, which its functions will read. */
export const planOfAssembly = (dir: string): Plan => {
  const files = readdirSync(dir)
    .filter((entry) => entry.startsWith('asset.'))
    .map((entry) => join(dir, entry, 'plan.json'))
    .filter((file) => existsSync(file));
  const texts = new Set(files.map((file) => readFileSync(file, 'utf8')));
  if (texts.size === 1) return parsePlanJson([...texts][0]!);
  throw new DeployFault(dir, `it holds ${texts.size} plans in its assets, not 1; synthesize it again`);
};
