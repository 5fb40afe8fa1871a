import type { ApplicationFunctions } from '../../../../rehearsal/aws/services/compute';
import { createApplicationFunctions } from '../../../../rehearsal/aws/standing-functions/create-standing-functions';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { ask, authorization } from '../ask-service';

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
interface Listed {
  readonly EventSourceMappings: readonly { readonly UUID: string; readonly State: string }[];
}

const sources = () => (send('ListEventSourceMappings') as Listed).EventSourceMappings;
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

it('takes no other word before the first has taken effect', async () => {
  poll(false);
  expect(() => poll(true)).toThrow(expect.objectContaining({ name: 'ResourceInUseException' }));
  await world.run(world.clock.sleep(20_000));
  expect(poll(true)).toMatchObject({ State: 'Enabling' });
});

it('takes a name or an ARN, and knows no other function', () => {
  const arn = 'arn:aws:lambda:us-west-2:111122223333:function:orders';
  expect(send('GetFunctionConfiguration', {}, arn)).toMatchObject({ FunctionName: 'orders', Timeout: 20 });
  expect(() => send('GetFunctionConfiguration', {}, 'gone')).toThrow(
    expect.objectContaining({ name: 'ResourceNotFoundException' }),
  );
});

it('asks IAM for a mapping by the function that it belongs to', () => {
  functions.adopt('us-east-1', 'orders', { timeoutSeconds: 20, eventSources: 1 });
  const listed = ask(world, functions, 'ListEventSourceMappingsCommand', { FunctionName: 'orders' }) as Listed;
  const asked = (UUID: string) => authorization(world, functions, 'UpdateEventSourceMappingCommand', { UUID })?.[0];
  const owner = 'arn:aws:lambda:us-east-1:111122223333:function:orders';
  expect(asked(listed.EventSourceMappings[0]!.UUID)?.context).toEqual({ 'lambda:FunctionArn': owner });
  expect(asked('unknown')?.context).toBeUndefined();
});

it('refuses to reserve nothing at all, or less', () => {
  const invalid = expect.objectContaining({ name: 'ValidationException' }) as Error;
  expect(() => send('PutFunctionConcurrency', { ReservedConcurrentExecutions: -1 })).toThrow(invalid);
  expect(() => send('PutFunctionConcurrency')).toThrow(invalid);
});
