import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePlan } from '../../../lambdas/plan/parse-plan';
import type { Plan } from '../../../lambdas/plan/plan';
import { PlanError } from '../../../lambdas/plan/plan-error';

export const quickstartText = readFileSync(join(__dirname, '../../../examples/quickstart/plan.yaml'), 'utf8');

/** The quick start as somebody might spoil it; fails if there is nothing to spoil. */
export const spoilt = (from: string, to: string): string => {
  if (!quickstartText.includes(from)) throw new Error(`the quick start does not say "${from}"`);
  return quickstartText.replace(from, to);
};

/** Where a fragment begins in a text, as `line:column`. */
export const where = (text: string, fragment: string): string => {
  const before = text.slice(0, text.indexOf(fragment)).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
};

/** The lines of the error that a plan gives, without the file's name; none if the plan is good. */
export const complaints = (text: string): readonly string[] => {
  const read = attempt(text);
  return read instanceof PlanError ? read.message.split('\n').map((line) => line.replace('plan.yaml:', '')) : [];
};

const attempt = (text: string): Plan | PlanError => {
  try {
    return parsePlan(text, 'plan.yaml');
  } catch (fault) {
    if (fault instanceof PlanError) return fault;
    throw fault;
  }
};
