import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderReport } from '../../lambdas/evidence/report/render-report';
import type { Move } from '../moves';
import type { RunRecord } from '../outcome';
import type { Rehearsal } from '../rehearse';
import { rehearsedView } from './users-view';

/**
 * Writes what a rehearsal leaves into `<out>/<application>-<scenario>-<seed>/`, and answers that folder. What a second move
 * leaves lies in its folder `move-2`.
 */
export const writeRehearsal = (rehearsal: Rehearsal, out: string): string => {
  const { plan, scenario, seed } = rehearsal.request;
  const folder = join(out, `${plan.application}-${scenario.name}-${seed}`);
  mkdirSync(folder, { recursive: true });
  const [move, ...laterMoves] = rehearsal.moves;
  if (rehearsal.decisive) writeRun(rehearsal, rehearsal.decisive, folder, move);
  for (const [index, later] of laterMoves.entries())
    writeRun(rehearsal, later.run, join(folder, `move-${index + 2}`), later);
  writeFileSync(join(folder, 'trace.jsonl'), rehearsal.traceText);
  return folder;
};

const writeRun = (rehearsal: Rehearsal, { evidence, evidenceText }: RunRecord, folder: string, move?: Move): void => {
  if (!evidence || evidenceText === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'evidence.json'), evidenceText);
  writeFileSync(join(folder, 'report.html'), renderReport(evidence, rehearsedView(rehearsal, evidence.run, move)));
};
