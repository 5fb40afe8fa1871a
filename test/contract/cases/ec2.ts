import {
  CreateNetworkAclCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  DescribeNetworkAclsCommand,
  DescribeSubnetsCommand,
  EC2Client,
  ReplaceNetworkAclAssociationCommand,
} from '@aws-sdk/client-ec2';
import type { ContractCase, Difference, Moment, ServiceContract } from '../contract-case';
import type { MotoSide } from '../moto-side';
import { step } from '../step';

const SUBNET = 'subnet-0123456789abcdef0';
const OPEN = 'acl-0123456789abcdef0';
const DENIED = 'acl-0fedcba9876543210';
const UNKNOWN = { acl: 'acl-00000000', association: 'aclassoc-00000000' };
/** Finds moto's subnet, whose id is drawn. */
const CIDR = '10.9.0.0/24';

const NETWORK = '10.9.0.0/16';

/** A subnet with the ACL that it was made with, and another ACL that has no subnet. */
const prepare: ContractCase['prepare'] = {
  simulated: ({ cloud }) => cloud.ec2.adopt('us-east-1', SUBNET, { open: OPEN, denied: DENIED }),
  moto: async ({ client }) => {
    const ec2 = client(EC2Client);
    const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: NETWORK }));
    await ec2.send(new CreateSubnetCommand({ VpcId: Vpc?.VpcId, CidrBlock: CIDR }));
    await ec2.send(new CreateNetworkAclCommand({ VpcId: Vpc?.VpcId }));
  },
};

/** The ids of the subnet and of both ACLs. */
const learn: ContractCase['learn'] = {
  simulated: () => Promise.resolve({ subnet: SUBNET, open: OPEN, denied: DENIED }),
  moto: async (side) => {
    const { Subnets = [] } = await side
      .client(EC2Client)
      .send(new DescribeSubnetsCommand({ Filters: [{ Name: 'cidr-block', Values: [CIDR] }] }));
    const { SubnetId: subnet = '', VpcId = '' } = Subnets[0] ?? {};
    return { subnet, open: await aclOf(side, VpcId, true), denied: await aclOf(side, VpcId, false) };
  },
};

const aclOf = async ({ client }: MotoSide, vpc: string, isDefault: boolean): Promise<string> => {
  const Filters = [
    { Name: 'vpc-id', Values: [vpc] },
    { Name: 'default', Values: [String(isDefault)] },
  ];
  const { NetworkAcls = [] } = await client(EC2Client).send(new DescribeNetworkAclsCommand({ Filters }));
  return NetworkAcls[0]?.NetworkAclId ?? '';
};

const describe = step(
  EC2Client,
  DescribeNetworkAclsCommand,
  ({ learned: { subnet = '' } }) => ({ Filters: [{ Name: 'association.subnet-id', Values: [subnet] }] }),
  {
    varies: [
      'NetworkAcls[].NetworkAclId',
      ...['NetworkAclAssociationId', 'NetworkAclId', 'SubnetId'].map((id) => `NetworkAcls[].Associations[].${id}`),
    ],
  },
);
const associate = (acl: 'open' | 'denied') =>
  step(
    EC2Client,
    ReplaceNetworkAclAssociationCommand,
    ({ learned, last }) => ({ AssociationId: associationIn(last), NetworkAclId: learned[acl] }),
    { varies: ['NewAssociationId'] },
  );

/** Every exchange of an ACL makes a new association. */
const associationIn = (last: Moment['last']): string | undefined => {
  const { NewAssociationId, NetworkAcls } = last as {
    readonly NewAssociationId?: string;
    readonly NetworkAcls?: readonly { readonly Associations?: readonly { NetworkAclAssociationId?: string }[] }[];
  };
  return NewAssociationId ?? NetworkAcls?.[0]?.Associations?.[0]?.NetworkAclAssociationId;
};

const unknownAssociation: Difference = {
  moto: 'no such operation',
  because: 'breaks on an association that it does not know',
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html',
};

/** EC2, in which subnets stand with their network ACLs. */
export const ec2: ServiceContract = {
  client: 'EC2Client',
  model: 'ec2',
  documentation: (operation) => `https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_${operation}.html`,
  cases: [
    {
      name: 'S28 a subnet gets another network ACL, and the first one back',
      prepare,
      learn,
      steps: [describe, associate('denied'), associate('open'), describe],
    },
    {
      name: 'a subnet shows the network ACL that it got',
      prepare,
      learn,
      steps: [describe, associate('denied'), describe],
    },
    {
      name: 'a subnet that does not exist has no network ACL',
      prepare,
      steps: [
        step(EC2Client, DescribeNetworkAclsCommand, {
          Filters: [{ Name: 'association.subnet-id', Values: ['subnet-00000000'] }],
        }),
      ],
    },
    {
      name: 'what does not exist is not found',
      prepare,
      learn,
      steps: [
        describe,
        step(EC2Client, ReplaceNetworkAclAssociationCommand, ({ last }) => ({
          AssociationId: associationIn(last),
          NetworkAclId: UNKNOWN.acl,
        })),
        step(
          EC2Client,
          ReplaceNetworkAclAssociationCommand,
          ({ learned }) => ({ AssociationId: UNKNOWN.association, NetworkAclId: learned['denied'] }),
          { differs: unknownAssociation },
        ),
      ],
    },
  ],
};
