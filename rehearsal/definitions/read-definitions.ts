import { names } from '../../lambdas/plan/names';
import type { Plan } from '../../lambdas/plan/plan';
import type { Json } from '../asl/json';
import { readAssembly, type Stack } from '../deploy/assembly';
import { DeployFault } from '../deploy/deploy-fault';
import type { TemplateResource } from '../deploy/template';
import type { Definition } from './asl';

/**
 * The definitions of all journeys in an assembly, by journey, with `${fence}` in place of what depends on the account
 * and the Region. A journey that differs between Regions is a `DeployFault`.
 */
export const readDefinitions = (assemblyDir: string, plan: Plan): ReadonlyMap<string, Definition> => {
  const prefix = names(plan).machine('');
  const texts = new Map<string, string>();
  for (const stack of readAssembly(assemblyDir)) {
    for (const { Type, Properties } of Object.values(stack.template.Resources)) {
      if (Type !== 'AWS::StepFunctions::StateMachine') continue;
      const journey = String(Properties['StateMachineName']).replace(prefix, '');
      const text = textOf(Properties['DefinitionString']!, stack);
      if ((texts.get(journey) ?? text) !== text) {
        throw new DeployFault(`${stack.name}: ${journey}`, 'its definition is not that of the other Regions');
      }
      texts.set(journey, text);
    }
  }
  return new Map([...texts].sort().map(([journey, text]) => [journey, JSON.parse(text) as Definition]));
};

/** CDK writes a definition as JSON text, cut where a function's version is named. */
const textOf = (definition: Json, stack: Stack): string => {
  if (typeof definition === 'string') return definition;
  const [, parts] = (definition as { 'Fn::Join': [string, (string | { Ref: string })[]] })['Fn::Join'];
  return parts.map((part) => (typeof part === 'string' ? part : placeholder(part.Ref, stack))).join('');
};

const placeholder = (ref: string, { name, template }: Stack): string => {
  if (ref === 'AWS::Partition') return 'aws';
  const fn = functionOf(template.Resources[ref], template.Resources);
  if (!fn) throw new DeployFault(name, `a definition names ${ref}, which is no version of a function`);
  return `\${${String(fn.Properties['Handler']).replace(/\.handler$/, '')}}`;
};

const functionOf = (
  version: TemplateResource | undefined,
  resources: Readonly<Record<string, TemplateResource>>,
): TemplateResource | undefined =>
  version?.Type === 'AWS::Lambda::Version'
    ? resources[(version.Properties['FunctionName'] as { Ref: string }).Ref]
    : undefined;
