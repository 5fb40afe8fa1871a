import { checkPlan } from './check-plan';
import type { Plan } from './plan';
import { readYaml } from './yaml-text';
import { writtenPlan } from './written-plan';

/** Reads a `plan.yaml`; `file` is its name in messages. Throws a `PlanError` that lists every problem with its line. */
export const parsePlan = (text: string, file: string): Plan => {
  const { value, place } = readYaml(text, file);
  return checkPlan(writtenPlan, value, place);
};
