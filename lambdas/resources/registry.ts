import type { Plan, Resource } from '../plan/plan';
import { auroraGlobalKind } from './aurora-global/aurora-global';
import { ecsServiceKind } from './ecs-service/ecs-service';
import { fenceEcsKind } from './fence-ecs/fence-ecs';
import { fenceEventbridgeRuleKind } from './fence-eventbridge-rule/fence-eventbridge-rule';
import { fenceLambdaKind } from './fence-lambda/fence-lambda';
import { fenceNetworkAclKind } from './fence-network-acl/fence-network-acl';
import { gateParameterKind } from './gate-parameter/gate-parameter';
import type { Kind } from './kind';
import { route53RecordsKind } from './route53-records/route53-records';

/** The one list of kinds. */
const kinds: { readonly [K in Resource['kind']]: Kind<Extract<Resource, { kind: K }>> } = {
  'aurora-global': auroraGlobalKind,
  'ecs-service': ecsServiceKind,
  'fence-ecs': fenceEcsKind,
  'fence-eventbridge-rule': fenceEventbridgeRuleKind,
  'fence-lambda': fenceLambdaKind,
  'fence-network-acl': fenceNetworkAclKind,
  'gate-parameter': gateParameterKind,
  'route53-records': route53RecordsKind,
};

/** What can be done with a resource of the plan. */
export const kindOf = <R extends Resource>(resource: R): Kind<R> => kinds[resource.kind] as Kind<R>;

/** The resources of a plan that have a capability, in the plan's order. */
export const having = (plan: Pick<Plan, 'resources'>, capability: keyof Kind<Resource>): readonly Resource[] =>
  plan.resources.filter((resource) => kindOf(resource)[capability] !== undefined);
