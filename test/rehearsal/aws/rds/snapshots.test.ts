import type { CopyDBClusterSnapshotCommandInput, DBClusterSnapshot } from '@aws-sdk/client-rds';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { ask, authorization, createResource } from '../ask-service';
import { createOrders, EAST, WEST } from './orders';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const named = (name: string) => expect.objectContaining({ name }) as Error;
const ARN = `arn:aws:rds:${EAST}:111122223333:cluster-snapshot:first`;
const pass = (ms: number) => world.run(world.clock.sleep(ms));

type Orders = ReturnType<typeof createOrders>;

const create = ({ rds }: Orders, more: object = {}) =>
  ask(
    world,
    rds,
    'CreateDBClusterSnapshotCommand',
    {
      DBClusterIdentifier: `orders-${EAST}`,
      DBClusterSnapshotIdentifier: 'first',
      ...more,
    },
    EAST,
  ) as { readonly DBClusterSnapshot: DBClusterSnapshot };

const copy = ({ rds }: Orders, more: Partial<CopyDBClusterSnapshotCommandInput> = {}) =>
  ask(
    world,
    rds,
    'CopyDBClusterSnapshotCommand',
    {
      SourceDBClusterSnapshotIdentifier: ARN,
      TargetDBClusterSnapshotIdentifier: 'first',
      KmsKeyId: 'alias/copies',
      PreSignedUrl: 'https://rds.us-east-1.amazonaws.com/?signed',
      ...more,
    },
    WEST,
  );

const list = ({ rds }: Orders, region: string, input: object = { SnapshotType: 'manual' }) =>
  ask(world, rds, 'DescribeDBClusterSnapshotsCommand', input, region) as {
    readonly DBClusterSnapshots: DBClusterSnapshot[];
    readonly Marker?: string;
  };

const withKey = (orders: Orders) => {
  const { kms } = orders;
  const policy = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' },
    ],
  };
  const { ref } = createResource(kms, 'AWS::KMS::Key', { KeyPolicy: policy }, { region: WEST });
  createResource(kms, 'AWS::KMS::Alias', { AliasName: 'alias/copies', TargetKeyId: ref }, { region: WEST });
  return orders;
};

describe('CreateDBClusterSnapshot', () => {
  it('is creating for minutes, and then available, encrypted as its cluster is', async () => {
    const orders = createOrders(world);
    expect(create(orders).DBClusterSnapshot).toMatchObject({ Status: 'creating', StorageEncrypted: true });
    await pass(59_000);
    expect(list(orders, EAST).DBClusterSnapshots[0]?.Status).toBe('creating');
    await pass(182_000);
    expect(list(orders, EAST).DBClusterSnapshots).toMatchObject([
      { DBClusterSnapshotArn: ARN, DBClusterIdentifier: `orders-${EAST}`, Status: 'available' },
    ]);
  });

  it('needs leave for the cluster and for the snapshot', () => {
    const { rds } = createOrders(world);
    const input = { DBClusterIdentifier: `orders-${EAST}`, DBClusterSnapshotIdentifier: 'first' };
    expect(authorization(world, rds, 'CreateDBClusterSnapshotCommand', input)?.map(({ action }) => action)).toEqual([
      'rds:CreateDBClusterSnapshot',
      'rds:CreateDBClusterSnapshot',
    ]);
  });

  it('refuses a name that is taken, a cluster that is not here, and a name that AWS would not take', () => {
    const orders = createOrders(world);
    create(orders);
    expect(() => create(orders)).toThrow(named('DBClusterSnapshotAlreadyExistsFault'));
    expect(() => create(orders, { DBClusterSnapshotIdentifier: 'b', DBClusterIdentifier: 'other' })).toThrow(
      named('DBClusterNotFoundFault'),
    );
    expect(() => create(orders, { DBClusterSnapshotIdentifier: 'a--b' })).toThrow(named('InvalidParameterValue'));
    expect(() => create(orders, { DBClusterSnapshotIdentifier: undefined })).toThrow(named('MissingParameter'));
  });

  it('refuses the hundred and first of a Region, and lists a hundred to a page', () => {
    const orders = createOrders(world);
    for (let n = 0; n < 100; n++) orders.rds.adoptSnapshot(EAST, { id: `old-${n}`, cluster: `orders-${EAST}` });
    expect(list(orders, EAST).Marker).toBeUndefined();
    expect(() => create(orders)).toThrow(named('SnapshotQuotaExceededFault'));
    orders.rds.adoptSnapshot(EAST, { id: 'one-more', cluster: `orders-${EAST}` });
    const { Marker } = list(orders, EAST);
    expect(list(orders, EAST, { SnapshotType: 'manual', Marker }).DBClusterSnapshots).toHaveLength(1);
  });
});

describe('CopyDBClusterSnapshot', () => {
  it('copies what is available under a key of the Region that gets it', async () => {
    const orders = withKey(createOrders(world));
    create(orders);
    expect(() => copy(orders)).toThrow(named('InvalidDBClusterSnapshotStateFault'));
    await pass(241_000);
    copy(orders);
    expect(list(orders, WEST).DBClusterSnapshots).toMatchObject([
      { Status: 'copying', SourceDBClusterSnapshotArn: ARN, KmsKeyId: orders.kms.keyArn(WEST, 'alias/copies') },
    ]);
    await pass(481_000);
    expect(orders.rds.snapshots(WEST)).toEqual(['first']);
  });

  it.each([
    ['a key that is not there', { KmsKeyId: 'alias/other' }, 'KMSKeyNotAccessibleFault'],
    ['no key', { KmsKeyId: undefined }, 'InvalidParameterCombination'],
    ['no presigned URL', { PreSignedUrl: undefined }, 'MissingParameter'],
    ['a source that is not there', { SourceDBClusterSnapshotIdentifier: `${ARN}-2` }, 'DBClusterSnapshotNotFoundFault'],
  ])('refuses %s', async (_, more, name) => {
    const orders = withKey(createOrders(world));
    create(orders);
    await pass(241_000);
    expect(() => copy(orders, more)).toThrow(named(name));
    expect(list(orders, WEST).DBClusterSnapshots).toEqual([]);
  });

  it('refuses a key that somebody disabled', async () => {
    const orders = withKey(createOrders(world));
    create(orders);
    await pass(241_000);
    orders.kms.disable(WEST, 'alias/copies');
    expect(() => copy(orders)).toThrow(named('KMSKeyNotAccessibleFault'));
  });

  it('is not finished by a Region that died meanwhile', async () => {
    const orders = withKey(createOrders(world));
    create(orders);
    await pass(241_000);
    copy(orders);
    world.network.kill(WEST);
    await pass(600_000);
    expect(orders.rds.snapshots(WEST)).toEqual([]);
    world.network.revive(WEST);
    await pass(61_000);
    expect(orders.rds.snapshots(WEST)).toEqual(['first']);
  });
});

describe('DeleteDBClusterSnapshot', () => {
  const remove = ({ rds }: Orders, id: string) =>
    ask(world, rds, 'DeleteDBClusterSnapshotCommand', { DBClusterSnapshotIdentifier: id }, EAST);

  it('deletes one, and refuses one that is not there or not yet made', () => {
    const orders = createOrders(world);
    orders.rds.adoptSnapshot(EAST, { id: 'old', cluster: `orders-${EAST}` });
    remove(orders, 'old');
    expect(orders.rds.snapshots(EAST)).toEqual([]);
    expect(() => remove(orders, 'old')).toThrow(named('DBClusterSnapshotNotFoundFault'));
    create(orders);
    expect(() => remove(orders, 'first')).toThrow(named('InvalidDBClusterSnapshotStateFault'));
  });
});
