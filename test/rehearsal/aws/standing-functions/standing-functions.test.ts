import type { ApplicationFunctions } from '../../../../rehearsal/aws/cloud';
import { createApplicationFunctions } from '../../../../rehearsal/aws/standing-functions/create-standing-functions';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { ask } from '../ask-service';

const WEST = 'us-west-2';
let world: DrivenWorld;
let functions: ApplicationFunctions;
beforeEach(() => {
  world = createWorld(1);
  functions = createApplicationFunctions(world);
  functions.adopt(WEST, 'orders', { timeoutSeconds: 20, eventSources: 1 });
});
afterEach(() => world.close());

const send = (command: string, input: object = {}, FunctionName = 'orders') =>
  ask(world, functions, `${command}Command`, { FunctionName, ...input }, WEST);
const sources = () =>
  (send('ListEventSourceMappings') as { EventSourceMappings: { UUID: string; State: string }[] }).EventSourceMappings;
const poll = (Enabled: boolean) =>
  ask(world, functions, 'UpdateEventSourceMappingCommand', { UUID: sources()[0]!.UUID, Enabled }, WEST);

it('reserves concurrency, and tells of none where none is reserved', () => {
  functions.adopt(WEST, 'invoices', { timeoutSeconds: 20, eventSources: 0 });
  expect(send('GetFunctionConcurrency', {}, 'invoices')).toEqual({});
  send('PutFunctionConcurrency', { ReservedConcurrentExecutions: 0 }, 'invoices');
  expect(send('GetFunctionConcurrency', {}, 'invoices')).toEqual({ ReservedConcurrentExecutions: 0 });
  expect(functions.runs(WEST, 'invoices')).toBe(false);
  send('DeleteFunctionConcurrency', {}, 'invoices');
  expect(functions.runs(WEST, 'invoices')).toBe(true);
});

it('stops polling after a while', async () => {
  expect(poll(false)).toMatchObject({ State: 'Disabling' });
  await world.run(world.clock.sleep(20_000));
  expect(sources()).toMatchObject([{ State: 'Disabled' }]);
});

it('follows the last word, when one comes before the other has taken effect', async () => {
  poll(false);
  poll(true);
  await world.run(world.clock.sleep(40_000));
  expect(sources()).toMatchObject([{ State: 'Enabled' }]);
});

it('takes a name or an ARN, and knows no other function', () => {
  const arn = 'arn:aws:lambda:us-west-2:111122223333:function:orders';
  expect(send('GetFunctionConfiguration', {}, arn)).toMatchObject({ FunctionName: 'orders', Timeout: 20 });
  expect(() => send('GetFunctionConfiguration', {}, 'gone')).toThrow(
    expect.objectContaining({ name: 'ResourceNotFoundException' }),
  );
});

it('refuses to reserve less than nothing', () => {
  expect(() => send('PutFunctionConcurrency', { ReservedConcurrentExecutions: -1 })).toThrow('is invalid');
});
