import type { Statement } from './policy-document';

const allow = (...actions: string[]): readonly Statement[] => [{ Effect: 'Allow', Action: actions, Resource: ['*'] }];

/**
 * The statements of the AWS managed policies that CDK's defaults attach, by what follows `arn:aws:iam::aws:policy/`.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export const awsManagedPolicies: Readonly<Record<string, readonly Statement[]>> = {
  'service-role/AWSLambdaBasicExecutionRole': allow('logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'),
  AWSXRayDaemonWriteAccess: allow(
    'xray:PutTraceSegments',
    'xray:PutTelemetryRecords',
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
    'xray:GetSamplingStatisticSummaries',
  ),
};
