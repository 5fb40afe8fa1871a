import { z } from 'zod';
import { tags } from '../tags';
import { identityPolicy, trustPolicy } from './policy-document';

const inlinePolicy = z.strictObject({ PolicyName: z.string(), PolicyDocument: identityPolicy });

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html */
export const roleProperties = z.strictObject({
  RoleName: z.string().optional(),
  AssumeRolePolicyDocument: trustPolicy,
  Policies: z.array(inlinePolicy).default([]),
  ManagedPolicyArns: z.array(z.string()).default([]),
  // Inert: for people.
  Description: z.string().optional(),
  Tags: tags.optional(),
  // Inert: sessions of services are renewed before they end.
  MaxSessionDuration: z.number().optional(),
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html */
export const policyProperties = z.strictObject({
  PolicyName: z.string(),
  PolicyDocument: identityPolicy,
  Roles: z.array(z.string()).nonempty(),
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html */
export const managedPolicyProperties = z.strictObject({
  ManagedPolicyName: z.string().optional(),
  PolicyDocument: identityPolicy,
  Roles: z.array(z.string()).default([]),
  // Inert: for people.
  Description: z.string().optional(),
  // The path is part of the ARN only; `/` is the one that CDK writes.
  Path: z.literal('/').optional(),
});
