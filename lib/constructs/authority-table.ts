import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, MultiRegionConsistency, TableV2, type TablePropsV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import type { Plan, Region } from '../../lambdas/plan/plan';

/**
 * Who may act, votes and ledger: one table with three strongly consistent replicas, one of them in `region`, or with
 * none but that one, which is then the arbiter (S9).
 */
export const authorityTable = (scope: Construct, plan: Plan, region: Region): TableV2 =>
  new TableV2(scope, 'table', {
    tableName: names(plan).table,
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billing: Billing.onDemand(),
    ...replicated(plan.authority.regions.filter((other) => other !== region)),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });

const replicated = (others: readonly Region[]): Pick<TablePropsV2, 'multiRegionConsistency' | 'replicas'> =>
  others.length === 0
    ? {}
    : {
        multiRegionConsistency: MultiRegionConsistency.STRONG,
        replicas: others.map((region) => ({ region })),
      };
