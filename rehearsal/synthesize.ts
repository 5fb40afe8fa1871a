import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '../lambdas/plan/plan';
import { buildApp } from '../lib/app';

/** A cloud assembly in a directory of its own. */
export interface Assembly {
  readonly dir: string;
  remove(): void;
}

/** Synthesizes the CDK app of a plan, with the handlers' sources in place of bundles. */
export const synthesize = (plan: Plan): Assembly => {
  const dir = mkdtempSync(join(tmpdir(), 'understudy-assembly-'));
  buildApp(plan, { outdir: dir, bundle: false }).synth();
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
};
