import type { Json } from '../../../../rehearsal/asl/json';
import { createIam } from '../../../../rehearsal/aws/iam/create-iam';
import type { Lambda } from '../../../../rehearsal/aws/services/compute';
import { FunctionFault } from '../../../../rehearsal/aws/lambda/function-fault';
import { createStepFunctions } from '../../../../rehearsal/aws/states/create-step-functions';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { place } from '../place';

const MACHINE = 'arn:aws:states:us-east-1:111122223333:stateMachine:failover';
const STARTER = 'arn:aws:iam::111122223333:role/starter';
const FUNCTION = 'arn:aws:lambda:us-east-1:111122223333:function:assess:1';

let world: DrivenWorld;
beforeEach(() => {
  world = createWorld(1);
});
afterEach(() => world.close());

const assess = {
  StartAt: 'Assess',
  States: {
    Assess: {
      Type: 'Task',
      Resource: FUNCTION,
      Parameters: { 'run.$': '$$.Execution.Name', 'signal.$': '$$.Execution.Input' },
      Catch: [{ ErrorEquals: ['InvalidSignal'], ResultPath: '$', Next: 'Refused' }],
      End: true,
    },
    Refused: { Type: 'Succeed' },
  },
};

/** Step Functions with one machine, whose functions do what `invoke` does, and a role that may start it. */
const setUp = (invoke: (payload: Json) => Promise<Json> | Json, definition: object = assess) => {
  const iam = createIam('111122223333');
  const role = (RoleName: string, Service: string, actions: string[]) =>
    place(iam.resourceTypes, 'AWS::IAM::Role', {
      RoleName,
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service } }],
      },
      Policies: actions.map((Action) => ({
        PolicyName: 'own',
        PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: MACHINE }] },
      })),
    });
  role('journey', 'states.amazonaws.com', []);
  role('starter', 'events.amazonaws.com', ['states:StartExecution']);
  const asked: Parameters<Lambda['invoke']>[0][] = [];
  const states = createStepFunctions({
    world,
    iam,
    lambda: {
      invoke: async (request) => {
        asked.push(request);
        return invoke(request.payload);
      },
      post: (request) => void asked.push(request),
    },
  });
  place(states.resourceTypes, 'AWS::StepFunctions::StateMachine', {
    StateMachineName: 'failover',
    RoleArn: 'arn:aws:iam::111122223333:role/journey',
    DefinitionString: JSON.stringify(definition),
  });
  const start = (more: object = {}) =>
    states.start({ machineArn: MACHINE, input: { lost: 'us-east-1' }, as: 'console', causes: ['t0'], ...more });
  return { states, asked, start };
};

describe('a run', () => {
  it('invokes functions as the role of its machine, and ends with their answer', async () => {
    const { asked, start } = setUp(() => ({ says: 'hold' }));
    const execution = start({ name: 'run-1' });
    expect(execution).toMatchObject({ status: 'RUNNING', machine: 'failover', region: 'us-east-1', causes: ['t0'] });
    await world.run(world.clock.sleep(1_000));
    expect(execution).toMatchObject({ status: 'SUCCEEDED', output: { says: 'hold' } });
    expect(execution.endedAt).toBeGreaterThan(execution.startedAt);
    expect(asked).toMatchObject([
      {
        functionArn: FUNCTION,
        payload: { run: 'run-1', signal: { lost: 'us-east-1' } },
        as: { roleArn: 'arn:aws:iam::111122223333:role/journey' },
        run: 'run-1',
      },
    ]);
  });

  it('sees the names of errors that functions throw, so that it can catch them', async () => {
    const { start } = setUp(() => {
      throw new FunctionFault('InvalidSignal', 'lost: a Region is missing');
    });
    const execution = start();
    await world.run(world.clock.sleep(1_000));
    expect(execution).toMatchObject({
      status: 'SUCCEEDED',
      output: {
        Error: 'InvalidSignal',
        Cause: '{"errorType":"InvalidSignal","errorMessage":"lost: a Region is missing"}',
      },
    });
  });

  it('fails with the error that nothing catches', async () => {
    const { start } = setUp(() => {
      throw new FunctionFault('Sandbox.Timedout', 'Task timed out after 25.00 seconds');
    });
    const execution = start();
    await world.run(world.clock.sleep(1_000));
    expect(execution).toMatchObject({ status: 'FAILED', error: 'Sandbox.Timedout' });
  });

  it('F29 stands still while its Region is dead, and goes on when that lives again, because its state is kept', async () => {
    const { asked, start } = setUp(() => ({}), {
      StartAt: 'Wait',
      States: { Wait: { Type: 'Wait', Seconds: 60, Next: 'Assess' }, ...assess.States },
    });
    const execution = start();
    await world.run(world.clock.sleep(1_000));
    world.network.kill('us-east-1');
    await world.run(world.clock.sleep(600_000));
    expect(execution.status).toBe('RUNNING');
    expect(asked).toEqual([]);
    world.network.revive('us-east-1');
    await world.run(world.clock.sleep(1_000));
    expect(execution.status).toBe('SUCCEEDED');
  });

  it('F29 gives up a function that died with its Region, when the task has waited as long as it may', async () => {
    const { Resource, Parameters } = assess.States.Assess;
    const task = { Type: 'Task', Resource, Parameters, TimeoutSeconds: 60, End: true };
    const never = () => new Promise<never>(() => undefined);
    const { start } = setUp(never, { StartAt: 'Assess', States: { Assess: task } });
    const execution = start();
    await world.run(world.clock.sleep(1_000));
    world.network.kill('us-east-1');
    await world.run(world.clock.sleep(600_000));
    expect(execution.status).toBe('RUNNING');
    world.network.revive('us-east-1');
    await world.run(world.clock.sleep(1_000));
    expect(execution).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('F35 ends between two states when a person stops it, and what it asked for goes on', async () => {
    let isDone = false;
    const { states, start, asked } = setUp(async () => {
      await world.clock.sleep(5_000);
      isDone = true;
      return {};
    });
    const execution = start();
    await world.run(world.clock.sleep(1_000));
    states.stop(execution);
    await world.run(world.clock.sleep(10_000));
    expect(execution).toMatchObject({ status: 'ABORTED' });
    expect(execution.error).toBeUndefined();
    expect(execution.endedAt! - execution.startedAt).toBe(1_000);
    expect([asked.length, isDone]).toEqual([1, true]);
    states.stop(execution);
    expect(execution.endedAt! - execution.startedAt).toBe(1_000);
  });

  it('leaves a trace in which each entry names the one before as its cause', async () => {
    const { start, asked } = setUp(() => ({}));
    start({ name: 'run-1' });
    await world.run(world.clock.sleep(1_000));
    const [begun, entered, ...rest] = world.trace.entries;
    expect(begun).toMatchObject({ type: 'run', what: 'failover run-1 starts', causes: ['t0'] });
    expect(entered).toMatchObject({ type: 'state', what: 'Assess entered', run: 'run-1', causes: [begun?.id] });
    expect(asked[0]?.causes).toEqual([entered?.id]);
    expect(rest.at(-1)).toMatchObject({ type: 'run', what: 'failover run-1 ends SUCCEEDED' });
  });
});

describe('who may start a machine', () => {
  it('a role that is allowed to, and no other', () => {
    const { start, states } = setUp(() => ({}));
    expect(start({ as: { roleArn: STARTER } }).status).toBe('RUNNING');
    const journey = { as: { roleArn: 'arn:aws:iam::111122223333:role/journey' } };
    expect(() => start(journey)).toThrow(expect.objectContaining({ name: 'NotAuthorized' }));
    expect(states.executions).toHaveLength(1);
  });

  it('nobody, where there is no such machine or no such Region any more', () => {
    const { start } = setUp(() => ({}));
    const missing = expect.objectContaining({ name: 'StateMachineDoesNotExist' });
    expect(() => start({ machineArn: `${MACHINE}2` })).toThrow();
    expect(() => start({ machineArn: `${MACHINE}2` })).toThrow(missing);
    world.network.kill('us-east-1');
    expect(() => start()).toThrow(/nobody answers in us-east-1/);
  });
});

describe('the name of a run', () => {
  it('answers the run that goes on under the same name and input, and starts no second one', () => {
    const { start, states } = setUp(() => ({}));
    expect(start({ name: 'run-1' })).toBe(start({ name: 'run-1' }));
    expect(states.executions).toHaveLength(1);
  });

  it('is taken for another input, and when the run is over', async () => {
    const { start } = setUp(() => ({}));
    start({ name: 'run-1' });
    const taken = expect.objectContaining({ name: 'ExecutionAlreadyExists' });
    expect(() => start({ name: 'run-1', input: {} })).toThrow(taken);
    await world.run(world.clock.sleep(1_000));
    expect(() => start({ name: 'run-1' })).toThrow(taken);
  });

  it.each(['', 'a b', 'a:b', 'x'.repeat(81)])('cannot be %j', (name) => {
    expect(() => setUp(() => ({})).start({ name })).toThrow(expect.objectContaining({ name: 'InvalidName' }));
  });

  it('is made up where none is given, the same for the same seed', () => {
    const nameOf = () => setUp(() => ({})).start().name;
    const first = nameOf();
    world.close();
    world = createWorld(1);
    expect(nameOf()).toBe(first);
    expect(nameOf()).not.toBe(first);
  });
});

it('refuses a definition that it does not know in full, when it is deployed', () => {
  const Assess = { ...assess.States.Assess, Credentials: {} };
  expect(() => setUp(() => ({}), { ...assess, States: { Assess } })).toThrow(/failover.*Credentials/);
});
