import { compositeAlarmEvent } from '../../../../rehearsal/aws/cloudwatch/composite-alarm-event';
import { createCloud, type SimulatedCloud } from '../../../../rehearsal/aws/create-cloud';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { createResource } from '../ask-service';

const ACCOUNT = '111122223333';
const OHIO = 'us-east-2';
const WEST = 'us-west-2';
const bus = (region: string) => `arn:aws:events:${region}:${ACCOUNT}:event-bus/default`;
const event = compositeAlarmEvent({ name: 'shop', region: OHIO, account: ACCOUNT, atMs: 0, id: 'e1' });

let world: DrivenWorld;
let cloud: SimulatedCloud;
beforeEach(() => {
  world = createWorld(1);
  const nobody = () => () => Promise.reject(new Error('no function runs here'));
  cloud = createCloud(world, { http: nobody, dns: nobody });
});
afterEach(() => world.close());

/** A rule in Ohio that sends alarms to the bus in Oregon, as far as its role allows. */
const forwardTo = (allowed: string, target = bus(WEST), more: object = {}) => {
  const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'events.amazonaws.com' } };
  const put = { Effect: 'Allow', Action: 'events:PutEvents', Resource: allowed };
  createResource(cloud.iam, 'AWS::IAM::Role', {
    RoleName: 'forward',
    AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [trust] },
    Policies: [{ PolicyName: 'own', PolicyDocument: { Version: '2012-10-17', Statement: [put] } }],
  });
  const Targets = [{ Id: 'bus', Arn: target, RoleArn: `arn:aws:iam::${ACCOUNT}:role/forward`, ...more }];
  const rule = { Name: 'send', EventPattern: { source: ['aws.cloudwatch'] }, Targets };
  createResource(cloud.events, 'AWS::Events::Rule', rule, { region: OHIO });
};
const pass = (seconds: number) => world.run(world.clock.sleep(seconds * 1_000));
const arrived = () => world.trace.entries.filter(({ type, region }) => type === 'event' && region === WEST);
const faults = () => world.trace.entries.filter(({ type }) => type === 'fault').map(({ what }) => what);

it('puts the event on the bus of the other Region, with the first bus as its cause', async () => {
  forwardTo(bus(WEST));
  cloud.events.emit(OHIO, event, ['alarm']);
  await pass(5);
  expect(arrived()).toMatchObject([{ what: expect.stringContaining('alarm:shop'), event: 'e1', causes: ['t1'] }]);
});

it('is not allowed to put events on any bus but that of its role, and does not try again', async () => {
  forwardTo(bus('eu-west-1'));
  cloud.events.emit(OHIO, event, []);
  await pass(3_600);
  expect(arrived()).toEqual([]);
  expect(faults()).toEqual([
    expect.stringContaining(`is not authorized to perform: events:PutEvents on resource: ${bus(WEST)}`),
  ]);
});

it('F16 arrives late when the other Region was dead, because the rule tries again', async () => {
  forwardTo(bus(WEST));
  world.network.kill(WEST);
  cloud.events.emit(OHIO, event, []);
  await pass(60);
  expect(arrived()).toEqual([]);
  world.network.revive(WEST);
  await pass(600);
  expect(arrived()).toHaveLength(1);
});

it('F17 never arrives when the Region of the alarm died first', async () => {
  forwardTo(bus(WEST));
  world.network.kill(OHIO);
  cloud.events.emit(OHIO, event, []);
  await pass(3_600);
  expect(arrived()).toEqual([]);
});

it.each<[string, string, object, RegExp]>([
  ['its own bus', bus(OHIO), {}, /the rule's own bus/],
  ['a bus of the user’s', bus(WEST).replace('default', 'mine'), {}, /only default buses are simulated/],
  ['a bus without a role', bus(WEST), { RoleArn: undefined }, /RoleArn is required/],
])('refuses %s as a target, by name', (_, target, more, message) => {
  expect(() => forwardTo(target, target, more)).toThrow(message);
});
