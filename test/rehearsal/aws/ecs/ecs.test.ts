import type { DescribeServicesResponse } from '@aws-sdk/client-ecs';
import type { Ecs } from '../../../../rehearsal/aws/services/compute';
import { createEcs } from '../../../../rehearsal/aws/ecs/create-ecs';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { ask, authorization } from '../ask-service';

const WEST = 'us-west-2';
const ARN = 'arn:aws:ecs:us-west-2:111122223333:service/webshop/web';

let world: DrivenWorld;
let ecs: Ecs;
beforeEach(() => {
  world = createWorld(1);
  ecs = createEcs();
  ecs.adopt(WEST, 'webshop', 'web', 2);
});
afterEach(() => world.close());

const pass = (seconds: number) => world.run(world.clock.sleep(seconds * 1_000));
const named = (name: string) => expect.objectContaining({ name }) as Error;
const update = (input: object) =>
  ask(world, ecs, 'UpdateServiceCommand', { cluster: 'webshop', service: 'web', ...input }, WEST);
const describeWeb = (input: object = {}) =>
  ask(
    world,
    ecs,
    'DescribeServicesCommand',
    { cluster: 'webshop', services: ['web'], ...input },
    WEST,
  ) as DescribeServicesResponse;

describe('UpdateService', () => {
  it('starts tasks over time', async () => {
    update({ desiredCount: 6 });
    expect(describeWeb().services?.[0]).toMatchObject({ desiredCount: 6, runningCount: 2, pendingCount: 4 });
    await pass(29);
    expect(ecs.running(WEST, 'webshop', 'web')).toBe(2);
    await pass(62);
    expect(describeWeb().services?.[0]).toMatchObject({ desiredCount: 6, runningCount: 6, pendingCount: 0 });
  });

  it('is safe to repeat: the same number starts nothing twice', async () => {
    update({ desiredCount: 6 });
    update({ desiredCount: 6 });
    expect(describeWeb().services?.[0]?.pendingCount).toBe(4);
    await pass(100);
    expect(ecs.running(WEST, 'webshop', 'web')).toBe(6);
  });

  it('stops tasks within half a minute, and does not run those that are no longer wanted', async () => {
    update({ desiredCount: 6 });
    update({ desiredCount: 1 });
    expect(ecs.running(WEST, 'webshop', 'web')).toBe(2);
    await pass(30);
    expect(ecs.running(WEST, 'webshop', 'web')).toBe(1);
    await pass(100);
    expect(describeWeb().services?.[0]).toMatchObject({ desiredCount: 1, runningCount: 1, pendingCount: 0 });
  });

  it('starts nothing in a dead Region, and goes on when it is back', async () => {
    update({ desiredCount: 6 });
    world.network.kill(WEST);
    await pass(300);
    expect(ecs.running(WEST, 'webshop', 'web')).toBe(2);
    world.network.revive(WEST);
    await pass(100);
    expect(ecs.running(WEST, 'webshop', 'web')).toBe(6);
  });

  it.each([
    ['an unknown cluster', { cluster: 'other' }, 'ClusterNotFoundException'],
    ['the default cluster, where there is none', { cluster: undefined }, 'ClusterNotFoundException'],
    ['an unknown service', { service: 'other' }, 'ServiceNotFoundException'],
    ['a negative number', { desiredCount: -1 }, 'InvalidParameterException'],
    ['a field that is not simulated', { forceNewDeployment: true }, 'NotSimulated'],
  ])('refuses %s', (_, input, name) => {
    expect(() => update(input)).toThrow(named(name));
  });

  it('takes ARNs, needs leave for the service, and is an effect on it', () => {
    expect(update({ service: ARN, desiredCount: 2 })).toMatchObject({ service: { serviceArn: ARN } });
    const input = { cluster: 'webshop', service: ARN };
    const operation = ecs.operations.find(({ command }) => command === 'UpdateServiceCommand');
    expect(operation?.authorize(input as never, { account: '111122223333', region: WEST } as never)).toEqual([
      { action: 'ecs:UpdateService', resource: ARN },
    ]);
    expect(operation?.effect?.(input as never, {} as never)).toBe('webshop/web');
  });
});

describe('DescribeServices', () => {
  it('answers an unknown service as a failure, not as an exception', () => {
    expect(describeWeb({ services: ['web', 'other'] })).toMatchObject({
      services: [
        {
          serviceArn: ARN,
          clusterArn: 'arn:aws:ecs:us-west-2:111122223333:cluster/webshop',
          status: 'ACTIVE',
          deployments: [{ status: 'PRIMARY', runningCount: 2 }],
        },
      ],
      failures: [{ arn: ARN.replace(/web$/, 'other'), reason: 'MISSING' }],
    });
  });

  it('refuses no services and more than ten', () => {
    expect(() => describeWeb({ services: [] })).toThrow(named('InvalidParameterException'));
    expect(() => describeWeb({ services: Array.from({ length: 11 }, () => 'web') })).toThrow(
      named('InvalidParameterException'),
    );
  });

  it('needs leave for each service', () => {
    expect(
      authorization(world, ecs, 'DescribeServicesCommand', { cluster: 'webshop', services: ['web', 'api'] }),
    ).toEqual([
      { action: 'ecs:DescribeServices', resource: 'arn:aws:ecs:us-east-1:111122223333:service/webshop/web' },
      { action: 'ecs:DescribeServices', resource: 'arn:aws:ecs:us-east-1:111122223333:service/webshop/api' },
    ]);
  });
});
