import { names } from '../../lambdas/plan/names';
import type { Plan, Resource } from '../../lambdas/plan/plan';
import type { At } from '../../lambdas/resources/at';
import type { Kind } from '../../lambdas/resources/kind';
import { permissions as auroraGlobal } from '../../lambdas/resources/aurora-global/permissions';
import { permissions as ecsService } from '../../lambdas/resources/ecs-service/permissions';
import { permissions as fenceEcs } from '../../lambdas/resources/fence-ecs/permissions';
import { permissions as fenceEventbridgeRule } from '../../lambdas/resources/fence-eventbridge-rule/permissions';
import { permissions as fenceLambda } from '../../lambdas/resources/fence-lambda/permissions';
import { permissions as fenceNetworkAcl } from '../../lambdas/resources/fence-network-acl/permissions';
import { permissions as gateParameter } from '../../lambdas/resources/gate-parameter/permissions';
import { permissions as route53Records } from '../../lambdas/resources/route53-records/permissions';
import { workloadRegions } from '../regions';
import type { Site } from './site';
import type { Permission, Use } from './use';

/** A capability of a kind, such as `promote`. */
export type Capability = keyof Kind<Resource>;

/** What a kind's `permissions.ts` exports: a capability that is absent needs no permission. */
type KindPermissions<R> = { readonly [C in Capability]?: (resource: R, at: At) => readonly Permission[] };

const kinds: { readonly [K in Resource['kind']]: KindPermissions<Extract<Resource, { kind: K }>> } = {
  'aurora-global': auroraGlobal,
  'ecs-service': ecsService,
  'fence-ecs': fenceEcs,
  'fence-eventbridge-rule': fenceEventbridgeRule,
  'fence-lambda': fenceLambda,
  'fence-network-acl': fenceNetworkAcl,
  'gate-parameter': gateParameter,
  'route53-records': route53Records,
};

/** One capability of every resource in the plan whose kind has it. */
export const capability =
  (name: Capability): Use<Site> =>
  ({ plan, partition, account, region }) => {
    const { recoveryPoints } = names(plan);
    const at = { partition, account, region, workloadRegions: workloadRegions(plan), recoveryPoints };
    return { permissions: plan.resources.flatMap((resource) => permissionsOf(resource, name, at)) };
  };

/** The resources of the plan whose kind has a capability. */
export const resourcesThatCan = (name: Capability, { resources }: Pick<Plan, 'resources'>): readonly Resource[] =>
  resources.filter(({ kind }) => name in kinds[kind]);

const permissionsOf = <K extends Resource['kind']>(
  resource: Extract<Resource, { kind: K }>,
  name: Capability,
  at: At,
): readonly Permission[] => {
  const kind: KindPermissions<Extract<Resource, { kind: K }>> = kinds[resource.kind as K];
  return kind[name]?.(resource, at) ?? [];
};
