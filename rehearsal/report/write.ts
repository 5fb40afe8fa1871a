import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderReport } from '../../lambdas/evidence/report/render-report';
import type { Rehearsal } from '../rehearse';
import { rehearsedView } from './users-view';

/** Writes what a rehearsal leaves into `<out>/<application>-<scenario>-<seed>/`, and answers that folder. */
export const writeRehearsal = (rehearsal: Rehearsal, out: string): string => {
  const { plan, scenario, seed } = rehearsal.request;
  const folder = join(out, `${plan.application}-${scenario.name}-${seed}`);
  mkdirSync(folder, { recursive: true });
  const { evidence, evidenceText } = rehearsal.decisive ?? {};
  if (evidence && evidenceText !== undefined) {
    writeFileSync(join(folder, 'evidence.json'), evidenceText);
    writeFileSync(join(folder, 'report.html'), renderReport(evidence, rehearsedView(rehearsal, evidence.run)));
  }
  writeFileSync(join(folder, 'trace.jsonl'), rehearsal.traceText);
  return folder;
};
