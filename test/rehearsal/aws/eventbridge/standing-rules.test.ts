import { createEventBridge } from '../../../../rehearsal/aws/eventbridge/create-eventbridge';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { ask, authorization } from '../ask-service';

const WEST = 'us-west-2';
let world: DrivenWorld;
let events: ReturnType<typeof createEventBridge>;
beforeEach(() => {
  world = createWorld(1);
  events = createEventBridge(world, '111122223333', () => Promise.resolve());
  events.adoptRule(WEST, 'default', 'reconcile');
});
afterEach(() => world.close());

const send = (command: string, Name = 'reconcile') => ask(world, events, `${command}RuleCommand`, { Name }, WEST);

it('disables and enables a rule of the application', () => {
  expect(send('Describe')).toMatchObject({ State: 'ENABLED' });
  send('Disable');
  expect(send('Describe')).toMatchObject({ State: 'DISABLED' });
  expect(events.isEnabled(WEST, 'default', 'reconcile')).toBe(false);
  send('Enable');
  expect(events.isEnabled(WEST, 'default', 'reconcile')).toBe(true);
});

it('knows no rule of another name or Region', () => {
  expect(() => send('Describe', 'gone')).toThrow(expect.objectContaining({ name: 'ResourceNotFoundException' }));
});

it('refuses a request that names no rule', () => {
  expect(() => ask(world, events, 'DisableRuleCommand', {}, WEST)).toThrow(
    expect.objectContaining({ name: 'ValidationException' }),
  );
});

it('asks IAM for the rule, with its bus where that is not the default one', () => {
  const asked = (EventBusName: string) =>
    authorization(world, events, 'DisableRuleCommand', { Name: 'reconcile', EventBusName })?.[0]?.resource;
  expect(asked('default')).toBe('arn:aws:events:us-east-1:111122223333:rule/reconcile');
  expect(asked('shop')).toBe('arn:aws:events:us-east-1:111122223333:rule/shop/reconcile');
});
