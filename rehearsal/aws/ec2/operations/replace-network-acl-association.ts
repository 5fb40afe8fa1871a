import { ReplaceNetworkAclAssociationCommand } from '@aws-sdk/client-ec2';
import { onlyFields } from '../../not-simulated';
import { operation } from '../../operation';
import { refused, type Subnets } from '../subnets';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ReplaceNetworkAclAssociation.html */
export const replaceNetworkAclAssociation = (subnets: Subnets) =>
  operation(ReplaceNetworkAclAssociationCommand, {
    latency: 'api.write',
    authorize: ({ AssociationId, NetworkAclId }, { account, region }) => {
      const subnet = subnets.inRegion(region).find(({ associationId }) => associationId === AssociationId);
      const arn = (rest: string) => `arn:aws:ec2:${region}:${account}:${rest}`;
      return [arn(`network-acl/${NetworkAclId}`), ...(subnet ? [arn(`subnet/${subnet.id}`)] : [])].map((resource) => ({
        action: 'ec2:ReplaceNetworkAclAssociation',
        resource,
      }));
    },
    effect: ({ NetworkAclId }) => NetworkAclId,
    run: (input, { world, region, id }) => {
      onlyFields('ReplaceNetworkAclAssociation', input, ['AssociationId', 'NetworkAclId']);
      const { AssociationId = lacking('associationId'), NetworkAclId = lacking('networkAclId') } = input;
      const subnet = subnets.replace(region, AssociationId, NetworkAclId);
      world.trace.add({ type: 'state', region, what: `${subnet.id} has ${subnet.acl}`, causes: [id] });
      return { NewAssociationId: subnet.associationId };
    },
  });

const lacking = (parameter: string): never => {
  throw refused('MissingParameter', `The request must contain the parameter ${parameter}`);
};
