import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { ask, authorization } from '../ask-service';
import { clusterArn, createOrders, describeCluster, EAST, failOverTo, WEST } from './orders';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const named = (name: string) => expect.objectContaining({ name }) as Error;

describe('FailoverGlobalCluster', () => {
  it.each([
    ['an unknown global cluster', { GlobalClusterIdentifier: 'other' }, 'GlobalClusterNotFoundFault'],
    ['an unknown target', { TargetDbClusterIdentifier: clusterArn('sa-east-1') }, 'DBClusterNotFoundFault'],
    ['a target that is not an ARN', { TargetDbClusterIdentifier: 'orders-us-west-2' }, 'DBClusterNotFoundFault'],
    ['no target', { TargetDbClusterIdentifier: undefined }, 'MissingParameter'],
    ['no global cluster', { GlobalClusterIdentifier: undefined }, 'MissingParameter'],
    ['the primary as target', { TargetDbClusterIdentifier: clusterArn(EAST) }, 'InvalidDBClusterStateFault'],
    ['both ways at once', { Switchover: true }, 'InvalidParameterCombination'],
  ])('refuses %s', (_, more, name) => {
    const { rds } = createOrders(world);
    expect(() => failOverTo(world, rds, WEST, { AllowDataLoss: true, ...more })).toThrow(named(name));
    expect(rds.writer('orders')).toBe(EAST);
  });

  it('refuses a headless target, which has nobody to promote', () => {
    const { rds } = createOrders(world);
    rds.removeInstances('orders', WEST);
    expect(() => failOverTo(world, rds, WEST)).toThrow(named('InvalidDBClusterStateFault'));
    expect(describeCluster(world, rds, WEST)).toMatchObject({ Status: 'available', DBClusterMembers: [] });
  });

  it('refuses a second failover while one is in progress', () => {
    const { rds } = createOrders(world);
    failOverTo(world, rds, WEST);
    expect(() => failOverTo(world, rds, WEST)).toThrow(named('InvalidGlobalClusterStateFault'));
  });

  it("wants to be asked of the target's Region", () => {
    const { rds } = createOrders(world);
    const input = {
      GlobalClusterIdentifier: 'orders',
      TargetDbClusterIdentifier: clusterArn(WEST),
      AllowDataLoss: true,
    };
    expect(() => ask(world, rds, 'FailoverGlobalClusterCommand', input, EAST)).toThrow(named('InvalidParameterValue'));
  });

  it('needs leave for the global cluster and for the target', () => {
    const { rds } = createOrders(world);
    const input = { GlobalClusterIdentifier: 'orders', TargetDbClusterIdentifier: clusterArn(WEST) };
    expect(authorization(world, rds, 'FailoverGlobalClusterCommand', input)).toEqual([
      { action: 'rds:FailoverGlobalCluster', resource: 'arn:aws:rds::111122223333:global-cluster:orders' },
      { action: 'rds:FailoverGlobalCluster', resource: clusterArn(WEST) },
    ]);
  });

  it('is an effect on the global cluster', () => {
    const { rds } = createOrders(world);
    const operation = rds.operations.find(({ command }) => command === 'FailoverGlobalClusterCommand');
    expect(operation?.effect?.({ GlobalClusterIdentifier: 'orders' } as never, {} as never)).toBe('orders');
  });
});

describe('DescribeGlobalClusters and DescribeDBClusters', () => {
  it('name what this Region does not have', () => {
    const { rds } = createOrders(world);
    const global = { GlobalClusterIdentifier: 'orders' };
    expect(() => ask(world, rds, 'DescribeGlobalClustersCommand', global, 'us-east-2')).toThrow(
      named('GlobalClusterNotFoundFault'),
    );
    expect(() =>
      ask(world, rds, 'DescribeDBClustersCommand', { DBClusterIdentifier: 'orders-us-east-1' }, WEST),
    ).toThrow(named('DBClusterNotFoundFault'));
  });

  it('tell the members, their roles and readers', () => {
    const { rds } = createOrders(world);
    const answer = ask(world, rds, 'DescribeGlobalClustersCommand', {}, WEST) as { GlobalClusters: object[] };
    expect(answer.GlobalClusters).toHaveLength(1);
    expect(answer.GlobalClusters[0]).toMatchObject({
      GlobalClusterMembers: [
        { DBClusterArn: clusterArn(EAST), IsWriter: true, Readers: [clusterArn(WEST), clusterArn('eu-west-1')] },
        { DBClusterArn: clusterArn(WEST), IsWriter: false, Readers: [], SynchronizationStatus: 'connected' },
        { IsWriter: false },
      ],
    });
    expect(describeCluster(world, rds, EAST)?.DBClusterMembers).toEqual([
      { DBInstanceIdentifier: 'orders-us-east-1-1', IsClusterWriter: true },
      { DBInstanceIdentifier: 'orders-us-east-1-2', IsClusterWriter: false },
    ]);
  });

  it('are errors where they ask for what is not simulated', () => {
    const { rds } = createOrders(world);
    expect(() => ask(world, rds, 'DescribeGlobalClustersCommand', { MaxRecords: 20 }, WEST)).toThrow(
      'DescribeGlobalClusters.MaxRecords is not simulated',
    );
  });
});
