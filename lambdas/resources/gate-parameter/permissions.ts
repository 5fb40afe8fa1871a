import type { At } from '../at';
import type { GateParameter } from './schema';

/**
 * What IAM must allow per capability. Actions and ARN forms:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html
 */
export const permissions = {
  readiness: (resource: GateParameter, at: At) => [allow(['ssm:GetParameter'], resource, at, [at.region])],
  readBreakGlass: (resource: GateParameter, at: At) => [allow(['ssm:GetParameter'], resource, at, [at.region])],
  holdGate: (resource: GateParameter, at: At) => [allow(['ssm:PutParameter'], resource, at, [at.region])],
  openGate: (resource: GateParameter, at: At) => [
    allow(['ssm:GetParameter', 'ssm:PutParameter'], resource, at, [at.region]),
  ],
  fence: (resource: GateParameter, at: At) => [
    {
      ...allow(
        ['ssm:GetParameter', 'ssm:PutParameter'],
        resource,
        at,
        at.workloadRegions.filter((region) => region !== at.region),
      ),
      // The old Region may be dead; its gate expires by itself (S14).
      path: 'best-effort' as const,
    },
  ],
};

const allow = (
  actions: string[],
  { parameter }: GateParameter,
  { partition, account }: At,
  regions: readonly string[],
) => ({
  actions,
  resources: regions.map((region) => `arn:${partition}:ssm:${region}:${account}:parameter${parameter}`),
});
