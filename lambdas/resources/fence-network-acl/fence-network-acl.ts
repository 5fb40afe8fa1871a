import { DescribeNetworkAclsCommand, EC2Client, ReplaceNetworkAclAssociationCommand } from '@aws-sdk/client-ec2';
import * as z from 'zod';
import { fenceBy, type Place } from '../fence-by';
import { onceFree } from '../once-free';
import type { FenceNetworkAcl } from './schema';

const before = z.object({ acls: z.record(z.string(), z.string()) });

type Was = z.output<typeof before>;

/**
 * Cuts subnets off: their association goes to an ACL that denies all. ACLs keep no state, so connections that stand are
 * cut like new ones. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
export const fenceNetworkAclKind = fenceBy<FenceNetworkAcl, Was>({
  before,
  async look(resource, at) {
    const { open, denied } = aclsOf(resource, at);
    const associations = await describe(resource, at);
    const stranger = associations.find(({ acl }) => acl !== open && acl !== denied);
    if (stranger)
      throw new Error(`${stranger.subnet} has ${stranger.acl}; the plan knows ${open} and ${denied} for it`);
    const cut = associations.filter(({ acl }) => acl === denied);
    return {
      closed: cut.length === associations.length,
      drainSeconds: 0,
      now: { acls: Object.fromEntries(associations.map(({ subnet, acl }) => [subnet, acl])) },
      because: `${cut.length} of ${associations.length} subnets have ${denied}, which denies all`,
    };
  },
  async close(resource, _, at) {
    const { denied } = aclsOf(resource, at);
    await onceFree(() => associate(resource, () => denied, at), at.outside.clock);
  },
  reopen: (resource, { acls }, at) =>
    onceFree(() => associate(resource, (subnet) => acls[subnet], at), at.outside.clock),
});

const aclsOf = ({ open, denied }: FenceNetworkAcl, { region }: Place) => {
  const acls = { open: open[region], denied: denied[region] };
  if (!acls.open || !acls.denied) throw new Error(`the plan names no network ACLs in ${region}`);
  return acls;
};

interface Association {
  readonly id: string;
  readonly subnet: string;
  readonly acl: string;
}

const describe = async ({ subnets }: FenceNetworkAcl, { region, limits, outside }: Place): Promise<Association[]> => {
  const wanted = subnets[region] ?? [];
  const { NetworkAcls = [] } = await outside
    .aws(EC2Client, limits)
    .send(new DescribeNetworkAclsCommand({ Filters: [{ Name: 'association.subnet-id', Values: [...wanted] }] }));
  const all = NetworkAcls.flatMap(({ Associations = [] }) => Associations);
  return wanted.map((subnet) => {
    const found = all.find(({ SubnetId }) => SubnetId === subnet);
    if (!found?.NetworkAclAssociationId || !found.NetworkAclId)
      throw new Error(`${subnet} does not exist in ${region}, or has no network ACL`);
    return { id: found.NetworkAclAssociationId, subnet, acl: found.NetworkAclId };
  });
};

const associate = async (
  resource: FenceNetworkAcl,
  wanted: (subnet: string) => string | undefined,
  at: Place,
): Promise<void> => {
  const client = at.outside.aws(EC2Client, at.limits);
  const swaps = (await describe(resource, at)).flatMap(({ id: AssociationId, subnet, acl }) => {
    const NetworkAclId = wanted(subnet);
    return NetworkAclId === undefined || NetworkAclId === acl ? [] : [{ AssociationId, NetworkAclId }];
  });
  await Promise.all(swaps.map((swap) => client.send(new ReplaceNetworkAclAssociationCommand(swap))));
};
