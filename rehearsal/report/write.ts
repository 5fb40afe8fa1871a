import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rehearsal } from '../rehearse';

/** Writes what a rehearsal leaves into `<out>/<application>-<scenario>-<seed>/`, and answers that folder. */
export const writeRehearsal = (rehearsal: Rehearsal, out: string): string => {
  const { plan, scenario, seed } = rehearsal.request;
  const folder = join(out, `${plan.application}-${scenario.name}-${seed}`);
  mkdirSync(folder, { recursive: true });
  const evidence = rehearsal.decisive?.evidenceText;
  if (evidence !== undefined) writeFileSync(join(folder, 'evidence.json'), evidence);
  writeFileSync(join(folder, 'trace.jsonl'), rehearsal.traceText);
  return folder;
};
