import * as z from 'zod';
import { explain } from './explain';
import type { Plan } from './plan';
import { PlanError, type Place } from './plan-error';
import type { Problem } from './problem';
import { rules } from './rules';

/** Makes a plan of an input, or throws a `PlanError` with all problems; `place` says where each of them is. */
export const checkPlan = (schema: z.ZodType<Plan>, input: unknown, place: (problem: Problem) => Place): Plan => {
  const read = schema.safeParse(input);
  const problems = read.success
    ? rules.flatMap((rule) => rule(read.data))
    : explainAll(read.error.issues, input, schema);
  if (read.success && problems.length === 0) return read.data;
  throw new PlanError(problems.map((problem) => ({ ...problem, ...place(problem) })).sort(byLine));
};

const explainAll = (issues: readonly z.core.$ZodIssue[], input: unknown, schema: z.ZodType): readonly Problem[] => {
  const described = z.toJSONSchema(schema, { io: 'input' });
  return issues.flatMap((issue) => explain(issue, input, described));
};

const byLine = (a: Place, b: Place): number => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
