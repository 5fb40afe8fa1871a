import type { Ec2 } from '../../../../rehearsal/aws/services/network';
import { createEc2 } from '../../../../rehearsal/aws/ec2/create-ec2';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { ask } from '../ask-service';

const WEST = 'us-west-2';
let world: DrivenWorld;
let ec2: Ec2;
beforeEach(() => {
  world = createWorld(1);
  ec2 = createEc2();
  ec2.adopt(WEST, 'subnet-1', { open: 'acl-open', denied: 'acl-denied' });
});
afterEach(() => world.close());

const describeAcls = (Filters: unknown = [{ Name: 'association.subnet-id', Values: ['subnet-1'] }]) =>
  ask(world, ec2, 'DescribeNetworkAclsCommand', { Filters }, WEST);
const replace = (AssociationId: string, NetworkAclId: string) =>
  ask(world, ec2, 'ReplaceNetworkAclAssociationCommand', { AssociationId, NetworkAclId }, WEST);
const FIRST = 'aclassoc-00000000000000001';

it('shows the ACL of a subnet with the association between them', () => {
  expect(describeAcls()).toEqual({
    NetworkAcls: [
      {
        NetworkAclId: 'acl-open',
        Associations: [{ NetworkAclAssociationId: FIRST, NetworkAclId: 'acl-open', SubnetId: 'subnet-1' }],
      },
    ],
  });
});

it('gives a subnet another ACL under a new association, and the old one is gone', () => {
  const { NewAssociationId } = replace(FIRST, 'acl-denied') as { NewAssociationId: string };
  expect(NewAssociationId).not.toBe(FIRST);
  expect(ec2.acl(WEST, 'subnet-1')).toBe('acl-denied');
  expect(() => replace(FIRST, 'acl-open')).toThrow(expect.objectContaining({ name: 'InvalidAssociationID.NotFound' }));
});

it('refuses an ACL that does not exist', () => {
  expect(() => replace(FIRST, 'acl-9')).toThrow(expect.objectContaining({ name: 'InvalidNetworkAclID.NotFound' }));
});

it('refuses a request that lacks what EC2 requires', () => {
  const lacking = (input: object) => () => ask(world, ec2, 'ReplaceNetworkAclAssociationCommand', input, WEST);
  const missing = expect.objectContaining({ name: 'MissingParameter' }) as Error;
  expect(lacking({ AssociationId: FIRST })).toThrow(missing);
  expect(lacking({ NetworkAclId: 'acl-denied' })).toThrow(missing);
});

it('says which filter is not simulated', () => {
  expect(() => describeAcls([{ Name: 'vpc-id', Values: ['vpc-1'] }])).toThrow('association.subnet-id');
});
