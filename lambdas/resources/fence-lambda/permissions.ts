import type { At } from '../at';
import type { FenceLambda } from './schema';

/**
 * What IAM must allow per capability. Actions, ARN forms and which of them know no resource:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html
 */
export const permissions = {
  readiness: (resource: FenceLambda, at: At) => look(resource, at, [at.region]),
  fence: (resource: FenceLambda, at: At) => change(resource, at, 'lambda:PutFunctionConcurrency'),
  unfence: (resource: FenceLambda, at: At) =>
    change(resource, at, 'lambda:PutFunctionConcurrency', 'lambda:DeleteFunctionConcurrency'),
};

const look = (resource: FenceLambda, at: At, regions: readonly string[]) => [
  {
    actions: ['lambda:GetFunctionConcurrency', 'lambda:GetFunctionConfiguration'],
    resources: functionArns(resource, at, regions),
  },
  {
    actions: ['lambda:ListEventSourceMappings'],
    resources: ['*'],
    conditions: { StringEquals: { 'aws:RequestedRegion': regions } },
    because: 'Lambda cannot limit the list of event source mappings to a resource',
  },
];

/** The journey runs in the Region that takes over, so it fences any other. */
const change = (resource: FenceLambda, at: At, ...actions: readonly string[]) => {
  const regions = at.workloadRegions.filter((region) => region !== at.region);
  const functions = functionArns(resource, at, regions);
  const changing = [
    { actions, resources: functions },
    {
      actions: ['lambda:UpdateEventSourceMapping'],
      // Its id is Lambda's; the condition says whose it is.
      resources: regions.map((region) => `arn:${at.partition}:lambda:${region}:${at.account}:event-source-mapping:*`),
      conditions: { StringEquals: { 'lambda:FunctionArn': functions } },
    },
  ];
  return [...look(resource, at, regions), ...changing].map((one) => ({ ...one, path: 'best-effort' as const }));
};

const functionArns = ({ functions }: FenceLambda, { partition, account }: At, regions: readonly string[]) =>
  regions.flatMap((region) => functions.map((name) => `arn:${partition}:lambda:${region}:${account}:function:${name}`));
