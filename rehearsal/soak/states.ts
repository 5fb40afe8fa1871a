import type { Plan } from '../../lambdas/plan/plan';
import type { Definition } from '../definitions/asl';
import { readDefinitions } from '../definitions/read-definitions';

/** Every state of every machine of an assembly, such as `failover: Assess`. */
export const statesOf = (assemblyDir: string, plan: Plan): readonly string[] =>
  [...readDefinitions(assemblyDir, plan)].flatMap(([machine, definition]) =>
    namesIn(definition).map((name) => `${machine}: ${name}`),
  );

const namesIn = ({ States }: Pick<Definition, 'States'>): string[] =>
  Object.entries(States).flatMap(([name, { Branches = [], ItemProcessor }]) => [
    name,
    ...[...Branches, ...(ItemProcessor ? [ItemProcessor] : [])].flatMap(namesIn),
  ]);
