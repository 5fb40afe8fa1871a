import { RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import type { Plan } from '../../lambdas/plan/plan';

/** Encrypts evidence and notices of one Region; retained, because evidence outlives the stack. */
export const applicationKey = (scope: Construct, plan: Plan): Key =>
  new Key(scope, 'key', {
    alias: names(plan).prefix,
    description: `Evidence and notices of ${plan.application}`,
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
