import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { critical } from '../../../lambdas/aws';
import type { Event } from '../../../rehearsal/aws/services/signals';
import { createCloud } from '../../../rehearsal/aws/create-cloud';
import type { HandlerModule } from '../../../rehearsal/aws/lambda/load-handler';
import { deploy } from '../../../rehearsal/deploy/deploy';
import { createWorld, type DrivenWorld } from '../../../rehearsal/world/create-world';
import { writeAssembly } from '../deploy/write-assembly';

let world: DrivenWorld;
beforeEach(() => {
  world = createWorld(1);
});
afterEach(() => world.close());

const role = (service: string, ...Statement: object[]) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: `${service}.amazonaws.com` } }],
    },
    Policies: Statement.length > 0 ? [{ PolicyName: 'own', PolicyDocument: { Version: '2012-10-17', Statement } }] : [],
  },
});
const allow = (Action: string, Resource: unknown) => ({ Effect: 'Allow', Action, Resource });
const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

/** A function that opens a gate, a machine that calls it, a rule that starts the machine, a schedule of the function. */
const resources = () => ({
  Gate: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/gate', Type: 'String', Value: 'closed' } },
  FunctionRole: role(
    'lambda',
    allow('ssm:PutParameter', { 'Fn::Sub': 'arn:aws:ssm:${AWS::Region}:${AWS::AccountId}:parameter/gate' }),
  ),
  Open: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      FunctionName: 'open',
      Handler: 'open.handler',
      Runtime: 'nodejs24.x',
      Code: { S3Bucket: 'assets', S3Key: 'c0de.zip' },
      Role: arn('FunctionRole'),
      Environment: { Variables: { GATE: { Ref: 'Gate' } } },
    },
  },
  Version: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Open' } } },
  MachineRole: role('states', allow('lambda:InvokeFunction', { Ref: 'Version' })),
  Machine: {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: {
      StateMachineName: 'failover',
      RoleArn: arn('MachineRole'),
      DefinitionString: {
        'Fn::Join': [
          '',
          ['{"StartAt":"Open","States":{"Open":{"Type":"Task","Resource":"', { Ref: 'Version' }, '","End":true}}}'],
        ],
      },
    },
  },
  RuleRole: role('events', allow('states:StartExecution', { Ref: 'Machine' })),
  Rule: {
    Type: 'AWS::Events::Rule',
    Properties: {
      EventPattern: { source: ['aws.cloudwatch'] },
      State: 'ENABLED',
      Targets: [{ Id: 'machine', Arn: { Ref: 'Machine' }, RoleArn: arn('RuleRole') }],
    },
  },
  ScheduleRole: role('scheduler', allow('lambda:InvokeFunction', { Ref: 'Version' })),
  Schedule: {
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      ScheduleExpression: 'rate(1 minute)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      State: 'DISABLED',
      Target: { Arn: { Ref: 'Version' }, RoleArn: arn('ScheduleRole'), Input: '{}' },
    },
  },
});

/** Opens the gate with the real SDK, as our handlers do. */
const create: HandlerModule['create'] =
  ({ GATE, AWS_REGION = '' }, { aws }) =>
  async () => {
    const command = new PutParameterCommand({ Name: GATE, Value: 'open', Overwrite: true });
    await aws(SSMClient, critical(AWS_REGION)).send(command);
    return 'opened';
  };

const deployed = (edit: (resources: ReturnType<typeof resourcesAsText>) => void = () => undefined) => {
  const edited = resourcesAsText();
  edit(edited);
  const cloud = createCloud(world, {
    http: () => () => Promise.reject(new Error('no HTTP here')),
    dns: () => () => Promise.resolve([]),
    tls: () => () => Promise.reject(new Error('nobody speaks TLS here')),
    load: () => Promise.resolve({ create }),
  });
  deploy(cloud, writeAssembly({ Shop: { template: { Resources: edited } } }, { 'c0de/open.js': '' }));
  return cloud;
};

/** A copy that a test may edit as it likes. */
const resourcesAsText = () =>
  JSON.parse(JSON.stringify(resources())) as Record<string, { Properties: Record<string, unknown> }>;

const propertiesOf = (all: ReturnType<typeof resourcesAsText>, id: string): Record<string, unknown> => {
  const found = all[id];
  if (!found) throw new Error(`no ${id}`);
  return found.Properties;
};

const event: Event = {
  version: '0',
  id: 'e1',
  'detail-type': 'CloudWatch Alarm State Change',
  source: 'aws.cloudwatch',
  account: '111122223333',
  time: '2026-01-06T09:00:00Z',
  region: 'us-east-1',
  resources: ['arn:aws:cloudwatch:us-east-1:111122223333:alarm:down'],
  detail: { state: { value: 'ALARM' } },
};

/** Lets an event happen, and answers what became of it a minute later. */
const afterEvent = async (cloud: ReturnType<typeof deployed>) => {
  cloud.events.emit('us-east-1', event, ['t0']);
  await world.run(world.clock.sleep(60_000));
  return { gate: cloud.ssm.value('us-east-1', '/gate'), runs: cloud.states.executions };
};

it('carries an event through rule, machine and function to its effect, each cause named', async () => {
  const cloud = deployed();
  const { gate, runs } = await afterEvent(cloud);
  expect(gate).toBe('open');
  expect(runs).toMatchObject([{ status: 'SUCCEEDED', input: event, output: 'opened' }]);
  const [effect] = cloud.endpoint.effects;
  const entries = new Map(world.trace.entries.map((entry) => [entry.id, entry]));
  const chain: string[] = [];
  for (let id = effect?.id; id; id = entries.get(id)?.causes[0]) chain.push(entries.get(id)?.type ?? id);
  expect(chain).toEqual(['effect', 'call', 'step', 'state', 'run', 'event', 't0']);
});

it('runs what a schedule asks for', async () => {
  const cloud = deployed((all) => {
    propertiesOf(all, 'Schedule').State = 'ENABLED';
  });
  await world.run(world.clock.sleep(180_000));
  expect(cloud.ssm.value('us-east-1', '/gate')).toBe('open');
  expect(cloud.endpoint.effects).toEqual([]);
});

describe('an edit of the templates is noticed:', () => {
  it('a role that acts lost its statement', async () => {
    const cloud = deployed((all) => {
      propertiesOf(all, 'FunctionRole').Policies = [];
    });
    const { gate, runs } = await afterEvent(cloud);
    expect(gate).toBe('closed');
    expect(runs).toMatchObject([{ status: 'FAILED', error: 'AccessDeniedException' }]);
  });

  it('the machine may no longer invoke its function', async () => {
    const cloud = deployed((all) => {
      propertiesOf(all, 'MachineRole').Policies = [];
    });
    const { runs } = await afterEvent(cloud);
    expect(runs).toMatchObject([{ status: 'FAILED', error: 'Lambda.AWSLambdaException' }]);
  });

  it('the rule may no longer start its machine', async () => {
    const cloud = deployed((all) => {
      propertiesOf(all, 'RuleRole').Policies = [];
    });
    const { runs } = await afterEvent(cloud);
    expect(runs).toEqual([]);
  });

  it('the rule may not use its role', async () => {
    const cloud = deployed((all) => {
      const { AssumeRolePolicyDocument } = role('scheduler').Properties;
      Object.assign(propertiesOf(all, 'RuleRole'), { AssumeRolePolicyDocument });
    });
    const { runs } = await afterEvent(cloud);
    expect(runs).toEqual([]);
  });

  it('the function lost an environment variable', async () => {
    const cloud = deployed((all) => {
      propertiesOf(all, 'Open').Environment = {};
    });
    const { gate, runs } = await afterEvent(cloud);
    expect(gate).toBe('closed');
    expect(runs).toMatchObject([{ status: 'FAILED' }]);
  });

  it('the machine got a field that does not exist', () => {
    const DefinitionString = '{"StartAt":"A","States":{"A":{"Type":"Succeed","Colour":"red"}}}';
    expect(() => deployed((all) => Object.assign(propertiesOf(all, 'Machine'), { DefinitionString }))).toThrow(
      /Shop\.Machine .*Colour/,
    );
  });
});
