import { PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { allow, type Permission } from '../uses/use';

/** A role that allows the given and nothing else: CDK's constructs cannot add statements of their own to it. */
export const leastRole = (
  scope: Construct,
  id: string,
  props: { readonly servedBy: string; readonly description: string; readonly permissions: readonly Permission[] },
): IRole =>
  new Role(scope, id, {
    assumedBy: new ServicePrincipal(props.servedBy),
    description: props.description,
    inlinePolicies: { permissions: new PolicyDocument({ statements: props.permissions.map(allow), minimize: true }) },
  }).withoutPolicyUpdates();
