import type { Stack } from './assembly';
import { conditionHolds } from './conditions';
import { DeployFault } from './deploy-fault';
import { inOrder } from './in-order';
import { resolve } from './intrinsics';
import { prepare, referredTo } from './prepare';
import type { Created, Placement, ResourceType } from './resource-type';
import type { Scope } from './scope';
import type { TemplateResource } from './template';

/** What a stack is deployed into. */
export interface Target {
  readonly account: string;
  readonly assemblyDir: string;
  readonly types: ReadonlyMap<string, ResourceType>;
}

/** Creates a stack's resources, each after those it refers to, and resolves its outputs. */
export const deployStack = (stack: Stack, target: Target): void => {
  const { name, region, template } = stack;
  const created = new Map<string, Created>();
  const scope: Scope = { stack: name, region, account: target.account, template, created };
  const resources = new Map(
    Object.entries(template.Resources).filter(
      ([id, { Condition }]) => !Condition || conditionHolds(Condition, scope, `${name}.${id}.Condition`),
    ),
  );
  const cycle = (ids: readonly string[]) => new DeployFault(name, `resources need each other: ${ids.join(' → ')}`);
  const needs = (id: string) => needsOf(stack, id).filter((other) => resources.has(other));
  for (const id of inOrder([...resources.keys()], needs, cycle)) {
    const resource = resources.get(id) as TemplateResource;
    const placement = { region, account: target.account, stack: name, logicalId: id, assemblyDir: target.assemblyDir };
    created.set(id, create(resource, placement, scope, target));
  }
  for (const [id, { Value }] of Object.entries(template.Outputs)) resolve(Value, scope, `${name}.Outputs.${id}`);
};

const needsOf = ({ name, template }: Stack, id: string): string[] => {
  const resource = template.Resources[id] as TemplateResource;
  const { DependsOn } = resource;
  const missing = DependsOn.find((other) => !template.Resources[other]);
  if (missing) throw new DeployFault(`${name}.${id}.DependsOn`, `the template does not declare ${missing}`);
  return [...DependsOn, ...referredTo(resource)];
};

const create = (resource: TemplateResource, placement: Placement, scope: Scope, { types }: Target): Created => {
  const { Type } = resource;
  const where = `${placement.stack}.${placement.logicalId} (${Type})`;
  const type = types.get(Type);
  if (!type) throw new DeployFault(where, `resource type ${Type} is not simulated`);
  const properties = prepare(resource, type, scope, `${where}.Properties`);
  try {
    return type.create(properties as never, placement);
  } catch (fault) {
    if (fault instanceof DeployFault) throw fault;
    throw new DeployFault(where, fault instanceof Error ? fault.message : String(fault));
  }
};
