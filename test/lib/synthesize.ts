import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePlan } from '../../lambdas/plan/parse-plan';
import type { Plan } from '../../lambdas/plan/plan';
import { buildApp } from '../../lib/app';
import type { Template } from './template';

const FILE = 'examples/quickstart/plan.yaml';

/** The plan of the quick start. */
export const quickstart: Plan = parsePlan(readFileSync(FILE, 'utf8'), FILE);

/** A synthesized app: its cloud assembly, and each stack's template by the stack's id. */
export const synthesize = (plan: Plan = quickstart) => {
  const outdir = mkdtempSync(join(tmpdir(), 'understudy-'));
  const assembly = buildApp(plan, { outdir, bundle: false }).synth();
  const templates = assembly.stacks.map(({ id, template }) => [id, template as Template] as const);
  const template = (stack: string): Template => {
    const found = templates.find(([id]) => id === stack);
    if (!found) throw new Error(`no stack ${stack}`);
    return found[1];
  };
  return { assembly, outdir, templates, template };
};
