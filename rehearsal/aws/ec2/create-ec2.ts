import type { Ec2 } from '../services/network';
import { describeNetworkAcls } from './operations/describe-network-acls';
import { replaceNetworkAclAssociation } from './operations/replace-network-acl-association';
import { createSubnets } from './subnets';

/** EC2 as far as subnets have network ACLs; all of them stand before Understudy is deployed. */
export const createEc2 = (): Ec2 => {
  const subnets = createSubnets();
  return {
    client: 'EC2Client',
    operations: [describeNetworkAcls(subnets), replaceNetworkAclAssociation(subnets)],
    resourceTypes: [],
    adopt: (region, subnet, acls) => {
      for (const acl of [acls.open, acls.denied]) subnets.addAcl(region, acl);
      subnets.add(region, subnet, acls.open);
    },
    acl: (region, subnet) => subnets.inRegion(region).find(({ id }) => id === subnet)?.acl,
  };
};
