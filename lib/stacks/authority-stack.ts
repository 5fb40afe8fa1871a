import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Plan } from '../../lambdas/plan/plan';
import { authorityTable } from '../constructs/authority-table';
import { neutralRegion } from '../regions';
import { stackProps } from './stack-props';

/** Who may act. Deployed once; its Regions can never change. */
export class AuthorityStack extends Stack {
  constructor(scope: Construct, plan: Plan, account?: string) {
    const region = neutralRegion(plan);
    super(scope, 'authority', {
      ...stackProps(plan, 'authority', region, account),
      description: `Understudy: who may act for ${plan.application}`,
      terminationProtection: true,
    });
    authorityTable(this, plan, region);
  }
}
