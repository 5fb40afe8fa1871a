import { RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import type { Plan } from '../../lambdas/plan/plan';

/** Encrypts the recovery points that are copied into this Region; retained, because without it none restores. */
export const backupKey = (scope: Construct, plan: Plan): Key =>
  new Key(scope, 'key', {
    alias: names(plan).backupKey,
    description: `Recovery points of ${plan.application}`,
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
