import { fenceNetworkAclKind } from '../../../../lambdas/resources/fence-network-acl/fence-network-acl';
import { EAST, WEST } from '../../stage';
import { stageFence } from '../a-fence';

let fence: ReturnType<typeof stageFence<'fence-network-acl'>>;
beforeEach(() => (fence = stageFence('fence-network-acl', fenceNetworkAclKind)));
afterEach(() => fence.stage.close());

const SUBNET = 'subnet-0a1b2c3d4e5f60711';

it('S14 is done when the subnets have the ACL that denies all, which cuts what stands', async () => {
  expect(await fence.close()).toEqual({
    says: 'done',
    because:
      'cut-off-warehouse in us-east-1 is closed and drained: ' +
      '1 of 1 subnets have acl-0f1e2d3c4b5a69781, which denies all',
  });
  expect([fence.writesIn(EAST), fence.writesIn(WEST)]).toEqual([false, true]);
});

it('S21 changes an association, and creates nothing', async () => {
  await fence.start();
  expect(fence.effects()).toEqual(['us-east-1 ReplaceNetworkAclAssociation acl-0f1e2d3c4b5a69781']);
});

it('S28 gives the subnets back the ACL that they had', async () => {
  await fence.start();
  expect(fence.before()).toEqual({ acls: { [SUBNET]: 'acl-0a1b2c3d4e5f60711' } });
  expect(await fence.reopen()).toMatchObject({ says: 'done' });
  expect(fence.writesIn(EAST)).toBe(true);
});

it('S3 touches no subnet that has an ACL which the plan does not know', async () => {
  fence.stage.cloud.ec2.adopt(EAST, 'subnet-0a1b2c3d4e5f60799', { open: 'acl-strange', denied: 'acl-no' });
  const subnets = { ...fence.resource.subnets, [EAST]: ['subnet-0a1b2c3d4e5f60799'] };
  const at = fence.stage.outside(EAST);
  await expect(
    fence.stage.run(fenceNetworkAclKind.readiness({ ...fence.resource, subnets }, EAST, at)),
  ).rejects.toThrow('subnet-0a1b2c3d4e5f60799 has acl-strange; the plan knows');
});

it('says that a subnet does not exist, instead of taking it for cut off', async () => {
  const subnets = { ...fence.resource.subnets, [EAST]: [SUBNET, 'subnet-00000000000000000'] };
  const at = fence.stage.outside(EAST);
  await expect(
    fence.stage.run(fenceNetworkAclKind.readiness({ ...fence.resource, subnets }, EAST, at)),
  ).rejects.toThrow('subnet-00000000000000000 does not exist in us-east-1');
});
