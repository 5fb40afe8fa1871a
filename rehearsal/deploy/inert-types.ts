import { z } from 'zod';
import { tags } from '../aws/tags';
import { physicalName } from './physical-name';
import { resourceType, type ResourceType } from './resource-type';

/** Logs are for people: the rehearsal has the trace, and no function of ours reads a log. */
const logGroup = resourceType(
  'AWS::Logs::LogGroup',
  z.strictObject({
    LogGroupName: z.string().optional(),
    RetentionInDays: z.number().optional(),
    LogGroupClass: z.string().optional(),
    KmsKeyId: z.string().optional(),
    Tags: tags.optional(),
  }),
  ({ LogGroupName }, placement) => {
    const name = LogGroupName ?? physicalName(placement);
    return {
      ref: name,
      attributes: { Arn: `arn:aws:logs:${placement.region}:${placement.account}:log-group:${name}:*` },
    };
  },
);

/** Who may write into log groups that nobody reads here. */
const logResourcePolicy = resourceType(
  'AWS::Logs::ResourcePolicy',
  z.strictObject({ PolicyName: z.string(), PolicyDocument: z.string() }),
  ({ PolicyName }) => ({ ref: PolicyName }),
);

/** A picture of metrics for people. */
const dashboard = resourceType(
  'AWS::CloudWatch::Dashboard',
  z.strictObject({
    DashboardName: z.string().optional(),
    // What CloudFormation checks too: that it is JSON.
    DashboardBody: z.string().refine((body) => isJson(body), 'the body is not JSON'),
  }),
  ({ DashboardName }, placement) => ({ ref: DashboardName ?? physicalName(placement) }),
);

/** CDK's own record of the construct versions in a stack. */
const cdkMetadata = resourceType('AWS::CDK::Metadata', z.strictObject({ Analytics: z.string() }), (_, placement) => ({
  ref: physicalName(placement),
}));

/** Resource types without effect in a rehearsal, each with the reason why. */
export const inertTypes: readonly ResourceType[] = [logGroup, logResourcePolicy, dashboard, cdkMetadata];

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
