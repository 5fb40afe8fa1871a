import type { StackProps } from 'aws-cdk-lib';
import { names } from '../../lambdas/plan/names';
import type { Plan, Region } from '../../lambdas/plan/plan';

/** Name and place of the stack `part`; without an account the template takes the one that it is deployed to. */
export const stackProps = (plan: Plan, part: string, region: Region, account: string | undefined): StackProps => ({
  stackName: `${names(plan).prefix}-${part}`,
  env: { region, account },
});
