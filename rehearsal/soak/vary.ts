import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { parsePlan } from '../../lambdas/plan/parse-plan';
import type { Plan } from '../../lambdas/plan/plan';
import type { Variant } from './variants';

/** As much of a plan as variants change, as people write it. */
const written = z.looseObject({
  automation: z.record(z.string(), z.unknown()).prefault({}),
  resources: z.array(z.looseObject({ kind: z.string() })),
});

/** Reads a plan as if its file said what the variant says; throws the `PlanError` of what it would then be. */
export const vary = (text: string, { name, automation, resources = {} }: Variant, file: string): Plan => {
  const plan = written.parse(parse(text));
  const varied = {
    ...plan,
    automation: { ...plan.automation, ...automation },
    resources: plan.resources.map((resource) => ({ ...resource, ...resources[resource.kind] })),
  };
  return parsePlan(stringify(varied), `${file}+${name}`);
};
