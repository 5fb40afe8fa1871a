import { DescribeNetworkAclsCommand } from '@aws-sdk/client-ec2';
import { NotSimulated, onlyFields } from '../../not-simulated';
import { operation } from '../../operation';
import type { Subnets } from '../subnets';

/**
 * The ACLs of subnets, with every association of each. Rules are not kept: that an ACL denies all is the plan's word.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkAcls.html
 */
export const describeNetworkAcls = (subnets: Subnets) =>
  operation(DescribeNetworkAclsCommand, {
    latency: 'api.read',
    authorize: () => [{ action: 'ec2:DescribeNetworkAcls', resource: '*' }],
    run: (input, { region }) => {
      onlyFields('DescribeNetworkAcls', input, ['Filters']);
      const [filter, ...others] = input.Filters ?? [];
      if (others.length > 0 || filter?.Name !== 'association.subnet-id')
        throw new NotSimulated('DescribeNetworkAcls: allowed is one filter, association.subnet-id');
      const all = subnets.inRegion(region);
      const wanted = new Set(all.filter(({ id }) => filter.Values?.includes(id)).map(({ acl }) => acl));
      return {
        NetworkAcls: [...wanted].map((NetworkAclId) => ({
          NetworkAclId,
          Associations: all
            .filter(({ acl }) => acl === NetworkAclId)
            .map(({ id: SubnetId, associationId: NetworkAclAssociationId }) => ({
              NetworkAclAssociationId,
              NetworkAclId,
              SubnetId,
            })),
        })),
      };
    },
  });
