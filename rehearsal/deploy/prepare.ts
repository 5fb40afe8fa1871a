import type { Json } from '../asl/json';
import { rememberedOf } from '../remembered';
import { DeployFault } from './deploy-fault';
import { resolve } from './intrinsics';
import { namesIn } from './references';
import type { ResourceType } from './resource-type';
import type { Scope } from './scope';
import { explainIssues, type Template, type TemplateResource } from './template';

/** Properties of a resource, with what they were made of. */
interface Prepared {
  readonly template: Template;
  readonly schema: ResourceType['properties'];
  readonly answers: string;
  readonly properties: unknown;
}

/**
 * A resource's properties with every function resolved, as its type reads them; frozen. Every rehearsal of a process deploys
 * the same few templates, so what was prepared is kept as long as the template is, and used where everything that the
 * resource refers to answers as before. Wrong properties are a `DeployFault`.
 */
export const prepare = (resource: TemplateResource, type: ResourceType, scope: Scope, where: string): unknown => {
  const answers = answersFor(resource, scope);
  const before = prepared.get(resource);
  const isSame = before?.template === scope.template && before.schema === type.properties;
  if (isSame && before.answers === answers) return before.properties;
  const parsed = type.properties.safeParse(resolve(resource.Properties as Json, scope, where));
  if (!parsed.success) throw new DeployFault(where, explainIssues(parsed.error));
  const properties = freeze(parsed.data);
  prepared.set(resource, { template: scope.template, schema: type.properties, answers, properties });
  return properties;
};

const prepared = new WeakMap<TemplateResource, Prepared>();

/** The names that a resource's properties refer to. */
export const referredTo = rememberedOf((resource: TemplateResource): readonly string[] => [
  ...new Set(namesIn(resource.Properties as Json)),
]);

const answersFor = (resource: TemplateResource, { account, region, stack, created }: Scope): string =>
  JSON.stringify([account, region, stack, ...referredTo(resource).map((name) => created.get(name) ?? null)]);

/** What is used by one rehearsal after the other must not be changed by any. */
const freeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(freeze);
  return Object.freeze(value);
};
