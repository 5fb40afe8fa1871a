import type { At } from '../at';
import type { FenceNetworkAcl } from './schema';

/**
 * What IAM must allow per capability. Nothing is created (S21): both ACLs stand before. Actions and ARN forms:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
export const permissions = {
  readiness: (_: FenceNetworkAcl, at: At) => [look([at.region])],
  fence: (resource: FenceNetworkAcl, at: At) => change(resource, resource.denied, at),
  unfence: (resource: FenceNetworkAcl, at: At) => change(resource, resource.open, at),
};

const look = (regions: readonly string[]) => ({
  actions: ['ec2:DescribeNetworkAcls'],
  resources: ['*'],
  conditions: { StringEquals: { 'aws:RequestedRegion': regions } },
  because: 'EC2 cannot limit what it describes to a resource',
});

/** The journey runs in the Region that takes over, so it fences any other; a subnet gets no ACL but this one. */
const change = ({ subnets }: FenceNetworkAcl, acls: Readonly<Record<string, string>>, at: At) => {
  const regions = at.workloadRegions.filter((region) => region !== at.region);
  const arn = (region: string, rest: string) => `arn:${at.partition}:ec2:${region}:${at.account}:${rest}`;
  const swap = {
    actions: ['ec2:ReplaceNetworkAclAssociation'],
    resources: regions.flatMap((region) => [
      arn(region, `network-acl/${acls[region]}`),
      ...(subnets[region] ?? []).map((subnet) => arn(region, `subnet/${subnet}`)),
    ]),
  };
  return [look(regions), swap].map((one) => ({ ...one, path: 'best-effort' as const }));
};
