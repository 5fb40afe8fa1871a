import { checkPlan } from './check-plan';
import type { Plan } from './plan';
import { PlanError } from './plan-error';
import { planSchema } from './schema';

/** Where the plan's layer puts the plan in a function. */
export const PLAN_FILE = '/opt/plan.json';

/** Reads the parsed plan that the stacks put into the plan's layer; throws a `PlanError` if it is not a whole one. */
export const parsePlanJson = (text: string): Plan => {
  const plan = plans.get(text) ?? checkPlan(planSchema, parseJson(text), () => ({ file: PLAN_FILE }));
  plans.set(text, plan);
  return plan;
};

/** A rehearsal starts some hundred functions of one plan in one process; a real one parses its plan once. */
const plans = new Map<string, Plan>();

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (fault) {
    const wrong = fault instanceof SyntaxError ? fault.message : 'unreadable';
    const fix = 'deploy the stacks again';
    throw new PlanError([{ file: PLAN_FILE, path: [], wrong, allowed: 'the JSON of a parsed plan', fix }]);
  }
};
