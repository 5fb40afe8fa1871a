import { readFileSync } from 'node:fs';
import { BadRequest } from './bad-request';

/** The text of a plan file; a `BadRequest` says what to name if it cannot be read. */
export const readPlanFile = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new BadRequest(`${file} cannot be read; name a plan with --plan FILE, such as examples/quickstart/plan.yaml`);
  }
};
