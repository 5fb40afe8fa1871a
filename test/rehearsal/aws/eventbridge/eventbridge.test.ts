import type { Event } from '../../../../rehearsal/aws/services/signals';
import { createEventBridge } from '../../../../rehearsal/aws/eventbridge/create-eventbridge';
import type { Delivery } from '../../../../rehearsal/aws/eventbridge/deliver';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { createResource } from '../ask-service';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const machine = 'arn:aws:states:us-east-1:111122223333:stateMachine:failover';
const role = 'arn:aws:iam::111122223333:role/start';
const event: Event = {
  version: '0',
  id: 'e1',
  'detail-type': 'CloudWatch Alarm State Change',
  source: 'aws.cloudwatch',
  account: '111122223333',
  time: '2026-01-06T09:00:00Z',
  region: 'us-east-1',
  resources: ['arn:alarm'],
  detail: { state: { value: 'ALARM' } },
};
const rule = {
  Name: 'on-loss',
  EventPattern: { source: ['aws.cloudwatch'], detail: { state: { value: ['ALARM'] } } },
  State: 'ENABLED',
  Targets: [{ Id: 'Target0', Arn: machine, RoleArn: role }],
};

/** A bus whose targets answer as `faults` say, one by one; then they accept. */
const busOf = (...faults: Error[]) => {
  const deliveries: (Delivery & { at: number })[] = [];
  const bus = createEventBridge(world, '111122223333', async (delivery) => {
    deliveries.push({ ...delivery, at: world.clock.now() });
    const fault = faults.shift();
    if (fault) throw fault;
  });
  return { bus, deliveries };
};
const named = (name: string) => Object.assign(new Error('no'), { name });
const pass = (ms: number) => world.run(world.clock.sleep(ms));
const faultsTraced = () => world.trace.entries.filter(({ type }) => type === 'fault').map(({ what }) => what);

describe('the event bus', () => {
  it('hands a matched event to the state machine unchanged, with the event as its cause', async () => {
    const { bus, deliveries } = busOf();
    createResource(bus, 'AWS::Events::Rule', rule);
    bus.emit('us-east-1', event, ['alarm']);
    await pass(1_000);
    expect(deliveries).toMatchObject([
      {
        targetArn: machine,
        roleArn: role,
        service: 'events.amazonaws.com',
        sourceArn: 'arn:aws:events:us-east-1:111122223333:rule/on-loss',
        region: 'us-east-1',
        input: event,
        causes: ['t1'],
      },
    ]);
    expect(world.trace.entries).toMatchObject([{ id: 't1', type: 'event', event: 'e1', causes: ['alarm'] }]);
  });

  it.each<[string, object, string]>([
    ['a rule that does not match', { EventPattern: { source: ['aws.rds'] } }, 'us-east-1'],
    ['a disabled rule', { State: 'DISABLED' }, 'us-east-1'],
    ['a rule of another Region', {}, 'us-west-2'],
  ])('does not call the target of %s', async (_, change, emittedIn) => {
    const { bus, deliveries } = busOf();
    createResource(bus, 'AWS::Events::Rule', { ...rule, ...change });
    bus.emit(emittedIn, event, []);
    await pass(1_000);
    expect(deliveries).toEqual([]);
  });

  it('F17 drops every event while the fault is on, and traces it', async () => {
    const { bus, deliveries } = busOf();
    createResource(bus, 'AWS::Events::Rule', rule);
    world.faults.eventCopies = () => [];
    bus.emit('us-east-1', event, ['alarm']);
    await pass(1_000);
    expect(deliveries).toEqual([]);
    expect(world.trace.entries).toMatchObject([
      { type: 'event', id: 't1', causes: ['alarm'] },
      { type: 'fault', what: expect.stringMatching(/dropped/), causes: ['t1'] },
    ]);
  });

  it('neither takes nor delivers anything in a dead Region', async () => {
    const { bus, deliveries } = busOf();
    createResource(bus, 'AWS::Events::Rule', rule);
    bus.emit('us-east-1', event, []);
    world.network.kill('us-east-1');
    bus.emit('us-east-1', event, []);
    await pass(3_600_000);
    expect(deliveries).toEqual([]);
  });

  it('F32 delivers what it had taken once the Region returns', async () => {
    const { bus, deliveries } = busOf();
    createResource(bus, 'AWS::Events::Rule', rule);
    bus.emit('us-east-1', event, []);
    world.network.kill('us-east-1');
    await pass(3_600_000);
    world.network.revive('us-east-1');
    await pass(3_600_000);
    expect(deliveries).toHaveLength(1);
  });

  it('tries again, later and later, while the target cannot be reached', async () => {
    const { bus, deliveries } = busOf(named('TimeoutError'), named('TimeoutError'), named('TimeoutError'));
    createResource(bus, 'AWS::Events::Rule', rule);
    bus.emit('us-east-1', event, []);
    await pass(60_000);
    const [first = 0, second = 0, third = 0, fourth = 0, ...more] = deliveries.map(({ at }) => at);
    expect(more).toEqual([]);
    expect(second - first).toBeLessThanOrEqual(1_000);
    expect(third - second).toBeGreaterThanOrEqual(1_000);
    expect(fourth - third).toBeGreaterThanOrEqual(2_000);
  });

  it.each(['NotAuthorized', 'StateMachineDoesNotExist'])('does not try again after %s, and says so', async (name) => {
    const { bus, deliveries } = busOf(named(name));
    createResource(bus, 'AWS::Events::Rule', rule);
    bus.emit('us-east-1', event, []);
    await pass(86_400_000);
    expect(deliveries).toHaveLength(1);
    expect(faultsTraced()).toEqual([expect.stringMatching(`rule/on-loss did not reach ${machine}: ${name}`)]);
  });

  it("gives up after the target's own number of retries", async () => {
    const { bus, deliveries } = busOf(named('TimeoutError'), named('TimeoutError'), named('TimeoutError'));
    const Targets = [{ ...rule.Targets[0], RetryPolicy: { MaximumRetryAttempts: 1 } }];
    createResource(bus, 'AWS::Events::Rule', { ...rule, Targets });
    bus.emit('us-east-1', event, []);
    await pass(86_400_000);
    expect(deliveries).toHaveLength(2);
  });

  const unreachableFor = (attempts: number) => busOf(...Array.from({ length: attempts }, () => named('TimeoutError')));

  it('gives up when the event has grown too old', async () => {
    const { bus, deliveries } = unreachableFor(400);
    const Targets = [{ ...rule.Targets[0], RetryPolicy: { MaximumEventAgeInSeconds: 60 } }];
    createResource(bus, 'AWS::Events::Rule', { ...rule, Targets });
    bus.emit('us-east-1', event, []);
    const beginning = world.clock.now();
    await pass(86_400_000);
    expect(deliveries.length).toBeGreaterThan(3);
    expect(deliveries.at(-1)!.at - beginning).toBeLessThanOrEqual(61_000);
  });

  it('fills about 24 hours with at most 185 retries by default', async () => {
    const { bus, deliveries } = unreachableFor(400);
    createResource(bus, 'AWS::Events::Rule', rule);
    bus.emit('us-east-1', event, []);
    const beginning = world.clock.now();
    await pass(3 * 86_400_000);
    expect(deliveries.length).toBeLessThanOrEqual(186);
    expect(deliveries.at(-1)!.at - beginning).toBeGreaterThan(20 * 3_600_000);
    expect(deliveries.at(-1)!.at - beginning).toBeLessThanOrEqual(24 * 3_600_000 + 1_000);
  });

  it('traces a rule without targets and lists it, because it starts nothing', () => {
    const { bus } = busOf();
    createResource(bus, 'AWS::Events::Rule', { ...rule, Targets: [] });
    bus.emit('us-east-1', event, []);
    expect(faultsTraced()).toEqual(['rule on-loss matched and has no target']);
    expect(bus.rules).toEqual([{ region: 'us-east-1', name: 'on-loss', enabled: true, targets: 0 }]);
  });

  const [target] = rule.Targets;
  it.each<[string, object, RegExp]>([
    ['a schedule', { EventPattern: undefined, ScheduleExpression: 'rate(1 minute)' }, /ScheduleExpression/],
    ['no pattern', { EventPattern: undefined }, /a rule needs an EventPattern/],
    ['an input of its own', { Targets: [{ ...target, Input: '{}' }] }, /Input/],
    ['a dead-letter queue', { Targets: [{ ...target, DeadLetterConfig: {} }] }, /DeadLetterConfig/],
    ['another bus', { EventBusName: 'mine' }, /EventBusName/],
    ['a queue as target', { Targets: [{ Id: 'q', Arn: 'arn:aws:sqs:us-east-1:111122223333:q' }] }, /not simulated/],
    ['a machine without a role', { Targets: [{ Id: 'm', Arn: machine }] }, /RoleArn is required/],
    [
      'a target elsewhere',
      { Targets: [{ ...target, Arn: machine.replace('us-east-1', 'us-west-2') }] },
      /own Region us-east-1/,
    ],
  ])('refuses %s by name', (_, change, message) => {
    const { bus } = busOf();
    expect(() => createResource(bus, 'AWS::Events::Rule', { ...rule, ...change })).toThrow(message);
  });
});
