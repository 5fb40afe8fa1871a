import type { Delivery } from '../../rehearsal/aws/eventbridge/deliver';
import type { Execution } from '../../rehearsal/aws/services/compute';
import { replayEvents } from '../../rehearsal/replay-events';
import { createWorld, type DrivenWorld } from '../../rehearsal/world/create-world';
import type { UserRequest } from '../../rehearsal/world/objectives';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const delivery = (input: number): Delivery => ({
  targetArn: 'arn:aws:states:us-west-2:111122223333:stateMachine:understudy-webshop-failover',
  service: 'events.amazonaws.com',
  sourceArn: 'arn:aws:events:us-west-2:111122223333:rule/loss',
  region: 'us-west-2',
  input,
  causes: ['old'],
});

const arena = (good = true) => {
  const executions: Execution[] = [];
  const again: Delivery['input'][] = [];
  const requests: UserRequest[] = [{ at: world.clock.now(), good: true }];
  const start = (name: string, causes: readonly string[]) =>
    executions.push({
      arn: name,
      name,
      machine: 'understudy-webshop-failover',
      region: 'us-west-2',
      startedAt: world.clock.now(),
      causes,
      input: {},
      status: 'SUCCEEDED',
    });
  const events = {
    delivered: [1, 2, 3, 4].map(delivery),
    redeliver: ({ input }: Delivery, causes: readonly string[]) => {
      again.push(input);
      const forwarded = world.trace.add({ type: 'event', region: 'us-west-2', what: 'an old event', causes });
      start(`again ${String(input)}`, [forwarded]);
      requests.push({ at: world.clock.now(), good });
    },
  };
  start('of its own', []);
  return { cloud: { world, events, states: { executions } }, users: { requests }, again };
};

describe('a replay of events', () => {
  it('S4 delivers a beginning of them in order, and names the runs that they started', async () => {
    const { cloud, users, again } = arena();
    const started = await world.run(replayEvents(cloud, users, 0.5));
    expect(again).toEqual([1, 2]);
    expect(started).toEqual(['again 1', 'again 2']);
  });

  it('says nothing of a time in which users were not served: a run may then rightly act', async () => {
    const { cloud, users } = arena(false);
    expect(await world.run(replayEvents(cloud, users, 0.5))).toEqual([]);
    expect(await world.run(replayEvents(cloud, users, 0.5))).toEqual([]);
  });
});
