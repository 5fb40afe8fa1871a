import type { Sender } from '../../../../rehearsal/aws/endpoint/sender';
import { arrive } from '../../../../rehearsal/aws/endpoint/arrival';
import { createCloud } from '../../../../rehearsal/aws/create-cloud';
import { createWorld } from '../../../../rehearsal/world/create-world';
import type { Call } from '../../../../rehearsal/aws/operation';

const ACCOUNT = '111122223333';
const REGION = 'us-east-1';
const arn = (service: string, rest: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;
const TABLE = arn('dynamodb', 'table/authority');
const CLUSTER = arn('rds', 'cluster:orders');
const SNAPSHOT = arn('rds', 'cluster-snapshot:point');
const GLOBAL = `arn:aws:rds::${ACCOUNT}:global-cluster:orders`;
const SERVICE = arn('ecs', 'service/shop/web');
const MACHINE = arn('states', 'stateMachine:failover');
const TOPIC = arn('sns', 'notices');
const GATE = arn('ssm', 'parameter/gate');
const FUNCTION = arn('lambda', 'function:orders');
const RULE = arn('events', 'rule/billing');

type Case = readonly [input: object, ...asks: readonly (readonly [action: string, resource: string])[]];

/**
 * What each simulated operation asks IAM for. Actions, and the resources that each knows:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const operations: Readonly<Record<string, Case>> = {
  GetItemCommand: [{ TableName: 'authority' }, ['dynamodb:GetItem', TABLE]],
  PutItemCommand: [{ TableName: 'authority' }, ['dynamodb:PutItem', TABLE]],
  QueryCommand: [{ TableName: 'authority' }, ['dynamodb:Query', TABLE]],
  UpdateItemCommand: [{ TableName: 'authority' }, ['dynamodb:UpdateItem', TABLE]],
  GetMetricDataCommand: [{}, ['cloudwatch:GetMetricData', '*']],
  PutMetricDataCommand: [{ Namespace: 'Understudy' }, ['cloudwatch:PutMetricData', '*']],
  DescribeServicesCommand: [{ cluster: 'shop', services: ['web'] }, ['ecs:DescribeServices', SERVICE]],
  UpdateServiceCommand: [{ cluster: 'shop', service: 'web' }, ['ecs:UpdateService', SERVICE]],
  DescribeGlobalClustersCommand: [{ GlobalClusterIdentifier: 'orders' }, ['rds:DescribeGlobalClusters', GLOBAL]],
  DescribeDBClustersCommand: [{ DBClusterIdentifier: 'orders' }, ['rds:DescribeDBClusters', CLUSTER]],
  FailoverGlobalClusterCommand: [
    { GlobalClusterIdentifier: 'orders', TargetDbClusterIdentifier: CLUSTER },
    ['rds:FailoverGlobalCluster', GLOBAL],
    ['rds:FailoverGlobalCluster', CLUSTER],
  ],
  DescribeDBClusterSnapshotsCommand: [
    { DBClusterSnapshotIdentifier: 'point' },
    ['rds:DescribeDBClusterSnapshots', SNAPSHOT],
  ],
  CreateDBClusterSnapshotCommand: [
    { DBClusterIdentifier: 'orders', DBClusterSnapshotIdentifier: 'point' },
    ['rds:CreateDBClusterSnapshot', CLUSTER],
    ['rds:CreateDBClusterSnapshot', SNAPSHOT],
  ],
  CopyDBClusterSnapshotCommand: [
    { SourceDBClusterSnapshotIdentifier: `${SNAPSHOT}-0`, TargetDBClusterSnapshotIdentifier: 'point' },
    ['rds:CopyDBClusterSnapshot', `${SNAPSHOT}-0`],
    ['rds:CopyDBClusterSnapshot', SNAPSHOT],
  ],
  DeleteDBClusterSnapshotCommand: [{ DBClusterSnapshotIdentifier: 'point' }, ['rds:DeleteDBClusterSnapshot', SNAPSHOT]],
  GetParameterCommand: [{ Name: '/gate' }, ['ssm:GetParameter', GATE]],
  PutParameterCommand: [{ Name: '/gate' }, ['ssm:PutParameter', GATE]],
  GetObjectCommand: [{ Bucket: 'evidence', Key: 'run' }, ['s3:GetObject', 'arn:aws:s3:::evidence/run']],
  PutObjectCommand: [{ Bucket: 'evidence', Key: 'run' }, ['s3:PutObject', 'arn:aws:s3:::evidence/run']],
  GetSecretValueCommand: [
    { SecretId: arn('secretsmanager', 'secret:slack') },
    ['secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:slack')],
  ],
  PublishCommand: [{ TopicArn: TOPIC }, ['sns:Publish', TOPIC]],
  StartExecutionCommand: [{ stateMachineArn: MACHINE }, ['states:StartExecution', MACHINE]],
  SendTaskSuccessCommand: [{ taskToken: 'unknown' }, ['states:SendTaskSuccess', '*']],
  SendTaskFailureCommand: [{ taskToken: 'unknown' }, ['states:SendTaskFailure', '*']],
  SendTaskHeartbeatCommand: [{ taskToken: 'unknown' }, ['states:SendTaskHeartbeat', '*']],
  GetFunctionConcurrencyCommand: [{ FunctionName: 'orders' }, ['lambda:GetFunctionConcurrency', FUNCTION]],
  PutFunctionConcurrencyCommand: [{ FunctionName: 'orders' }, ['lambda:PutFunctionConcurrency', FUNCTION]],
  DeleteFunctionConcurrencyCommand: [{ FunctionName: 'orders' }, ['lambda:DeleteFunctionConcurrency', FUNCTION]],
  GetFunctionConfigurationCommand: [{ FunctionName: 'orders' }, ['lambda:GetFunctionConfiguration', FUNCTION]],
  ListVersionsByFunctionCommand: [{ FunctionName: 'orders' }, ['lambda:ListVersionsByFunction', FUNCTION]],
  InvokeCommand: [{ FunctionName: 'orders', Qualifier: '7' }, ['lambda:InvokeFunction', `${FUNCTION}:7`]],
  ListEventSourceMappingsCommand: [{ FunctionName: 'orders' }, ['lambda:ListEventSourceMappings', '*']],
  UpdateEventSourceMappingCommand: [
    { UUID: 'unknown' },
    ['lambda:UpdateEventSourceMapping', arn('lambda', 'event-source-mapping:unknown')],
  ],
  DescribeNetworkAclsCommand: [{}, ['ec2:DescribeNetworkAcls', '*']],
  ReplaceNetworkAclAssociationCommand: [
    { AssociationId: 'aclassoc-00000000000000001', NetworkAclId: 'acl-denied' },
    ['ec2:ReplaceNetworkAclAssociation', arn('ec2', 'network-acl/acl-denied')],
    ['ec2:ReplaceNetworkAclAssociation', arn('ec2', 'subnet/subnet-1')],
  ],
  DescribeRuleCommand: [{ Name: 'billing' }, ['events:DescribeRule', RULE]],
  DisableRuleCommand: [{ Name: 'billing' }, ['events:DisableRule', RULE]],
  EnableRuleCommand: [{ Name: 'billing' }, ['events:EnableRule', RULE]],
};

const world = createWorld(1);
const cloud = createCloud(world, {
  http: () => () => Promise.reject(new Error('no HTTP here')),
  dns: () => () => Promise.resolve([]),
  tls: () => () => Promise.reject(new Error('nobody is asked')),
});
// Only with the association's subnet is it known what else an ACL's exchange asks for.
cloud.ec2.adopt(REGION, 'subnet-1', { open: 'acl-open', denied: 'acl-denied' });
afterAll(() => world.close());

const simulated = cloud.services.flatMap(({ client, operations: all }) =>
  all.map((operation) => [operation.command, client ?? 'nobody', operation] as const),
);

it('knows for every simulated operation what it asks IAM for', () => {
  expect(simulated.map(([command]) => command).sort()).toEqual(Object.keys(operations).sort());
});

describe.each(simulated)('%s of %s', (command, client, operation) => {
  const [input, ...asks] = operations[command] ?? [{}];
  const limits: Call['limits'] = {
    region: REGION,
    path: 'critical',
    attemptsMax: 1,
    connectMs: 1_000,
    answerMs: 1_000,
  };
  const sender = { name: 'fence', region: REGION, roleArn: `arn:aws:iam::${ACCOUNT}:role/nothing`, causes: () => [] };

  it('asks for its actions on its resources', () => {
    const call: Call = { world, account: ACCOUNT, region: REGION, caller: sender, limits, id: 't0' };
    const asked = operation.authorize(input as never, call).map(({ action, resource }) => [action, resource]);
    expect(asked).toEqual(asks);
  });

  it('is refused to a role without permissions, by the exception of its client and in the words of AWS', () => {
    const refused: unknown[] = [];
    const recorder = { exchange: () => undefined, refusal: (_request: unknown, fault: unknown) => refused.push(fault) };
    const request = { client, command, input, limits, sender: sender as Partial<Sender> as Sender };
    const parts = { world, account: ACCOUNT, iam: cloud.iam, kms: cloud.kms };
    expect(arrive(parts, recorder as never, request, operation, 't0')).toThrow(
      `User: arn:aws:sts::${ACCOUNT}:assumed-role/nothing/fence is not authorized to perform: ${asks[0]?.[0]} ` +
        `on resource: ${asks[0]?.[1]} because no identity-based policy allows the ${asks[0]?.[0]} action`,
    );
    expect(refused).toEqual([expect.objectContaining({ $fault: 'client' })]);
  });
});
