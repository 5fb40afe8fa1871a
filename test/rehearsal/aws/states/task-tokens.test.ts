import {
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import type { TokenHolder } from '../../../../rehearsal/asl/surroundings';
import { sendTaskOperations } from '../../../../rehearsal/aws/states/send-task';
import { createTaskTokens } from '../../../../rehearsal/aws/states/task-tokens';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { authorization } from '../ask-service';
import { sdkClient } from '../sdk-client';

const machine = { region: 'us-east-1', arn: 'arn:aws:states:us-east-1:111122223333:stateMachine:failover' };

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const setUp = () => {
  const heard: unknown[][] = [];
  const holder: TokenHolder = {
    succeed: (...said) => void heard.push(['succeed', ...said]),
    fail: (...said) => void heard.push(['fail', ...said]),
    beat: () => void heard.push(['beat']),
  };
  const tokens = createTaskTokens(world);
  const { token: taskToken, close } = tokens.issue(machine, holder);
  const service = { operations: sendTaskOperations(tokens), resourceTypes: [] };
  const client = (region?: string) => sdkClient(world, service, SFNClient, region);
  return { heard, taskToken, close, service, client };
};

it('tells the task that waits what the holder of its token says', async () => {
  const { heard, taskToken, client } = setUp();
  await world.run(client().send(new SendTaskHeartbeatCommand({ taskToken })));
  await world.run(client().send(new SendTaskSuccessCommand({ taskToken, output: '{"a":1}' })));
  await world.run(client().send(new SendTaskFailureCommand({ taskToken, error: 'Declined', cause: 'why' })));
  expect(heard).toEqual([['beat'], ['succeed', { a: 1 }, ['the-call']], ['fail', 'Declined', 'why', ['the-call']]]);
});

describe('a token', () => {
  const refused = (sending: Promise<unknown>) => world.run(sending.catch((error: Error) => error));

  it('that no Region issued, or another one, is invalid', async () => {
    const { client, taskToken } = setUp();
    const invalid = { name: 'InvalidToken', message: "Invalid Token: 'Invalid token'" };
    const strange = new SendTaskHeartbeatCommand({ taskToken: 'strange' });
    expect(await refused(client().send(strange))).toMatchObject(invalid);
    const elsewhere = new SendTaskHeartbeatCommand({ taskToken });
    expect(await refused(client('us-west-2').send(elsewhere))).toMatchObject(invalid);
  });

  it('whose task is closed has timed out', async () => {
    const { client, taskToken, close, heard } = setUp();
    close();
    expect(await refused(client().send(new SendTaskSuccessCommand({ taskToken, output: '{}' })))).toMatchObject({
      name: 'TaskTimedOut',
    });
    expect(heard).toEqual([]);
  });

  it('outlives the death of its Region, because executions do', async () => {
    const { client, taskToken, heard } = setUp();
    world.network.kill('us-east-1');
    world.network.revive('us-east-1');
    await world.run(client().send(new SendTaskSuccessCommand({ taskToken, output: '{}' })));
    expect(heard).toHaveLength(1);
  });

  it('is not used up by an output that is not JSON', async () => {
    const { client, taskToken, heard } = setUp();
    const bad = new SendTaskSuccessCommand({ taskToken, output: '{' });
    expect(await refused(client().send(bad))).toMatchObject({ name: 'InvalidOutput' });
    expect(heard).toEqual([]);
  });

  it('and an output are required, before anything is made of either', async () => {
    const { client, heard, taskToken } = setUp();
    const missing = (member: string) => ({
      name: 'ValidationException',
      message: expect.stringContaining(`Value null at '${member}'`) as string,
      $metadata: { httpStatusCode: 400 },
    });
    const unknown = undefined as unknown as string;
    const noOutput = new SendTaskSuccessCommand({ taskToken, output: unknown });
    expect(await refused(client().send(noOutput))).toMatchObject(missing('output'));
    const noToken = new SendTaskHeartbeatCommand({ taskToken: unknown });
    expect(await refused(client().send(noToken))).toMatchObject(missing('taskToken'));
    expect(heard).toEqual([]);
  });

  it('needs a permission on the machine whose task waits', () => {
    const { service, taskToken } = setUp();
    for (const action of ['SendTaskSuccess', 'SendTaskFailure', 'SendTaskHeartbeat'])
      expect(authorization(world, service, `${action}Command`, { taskToken })).toEqual([
        { action: `states:${action}`, resource: machine.arn },
      ]);
  });
});
