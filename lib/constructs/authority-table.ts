import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, MultiRegionConsistency, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import type { Plan, Region } from '../../lambdas/plan/plan';

/** Who may act, votes and ledger: one table with three strongly consistent replicas, one of them in `region` (S9). */
export const authorityTable = (scope: Construct, plan: Plan, region: Region): TableV2 =>
  new TableV2(scope, 'table', {
    tableName: names(plan).table,
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billing: Billing.onDemand(),
    multiRegionConsistency: MultiRegionConsistency.STRONG,
    replicas: plan.authority.regions.filter((other) => other !== region).map((other) => ({ region: other })),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
