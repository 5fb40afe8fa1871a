import { authorityItem, AUTHORITY_KEY, type AuthorityItem } from '../../lambdas/authority/authority';
import { initialise } from '../../lambdas/authority/initialise';
import { openReplicas, type Replicas } from '../../lambdas/authority/replicas';
import type { Environment } from '../../lambdas/handlers/lambda';
import type { Outside } from '../../lambdas/outside';
import { names } from '../../lambdas/plan/names';
import { PLAN_FILE } from '../../lambdas/plan/parse-plan-json';
import type { Plan } from '../../lambdas/plan/plan';
import { createCloud, type SimulatedCloud } from '../../rehearsal/aws/create-cloud';
import { regionalClock } from '../../rehearsal/aws/regional-clock';
import { createApplication } from '../../rehearsal/world/application';
import { createWorld, type DrivenWorld } from '../../rehearsal/world/create-world';
import { simulatedDns } from '../../rehearsal/world/dns';
import { simulatedHttp } from '../../rehearsal/world/http';
import { simulatedTls } from '../../rehearsal/world/tls';
import { createSlack, type Slack } from '../../rehearsal/world/slack';
import { quickStart } from '../quick-start';
import { createResource } from '../rehearsal/aws/ask-service';
import { properties as tableProperties } from '../rehearsal/aws/dynamodb/table';

/** The quick start: us-east-1 is active, us-west-2 stands by, us-east-2 only watches. */
export const EAST = 'us-east-1';
export const OHIO = 'us-east-2';
export const WEST = 'us-west-2';

const ACCOUNT = '111122223333';

const QUICK_START = quickStart();

/** What the quick start stands on, in a simulated AWS where no function runs by itself: tests call our code by hand. */
export interface Stage {
  readonly world: DrivenWorld;
  readonly cloud: SimulatedCloud;
  readonly plan: Plan;
  readonly slack: Slack;
  /** Every line that our code has logged. */
  readonly logs: readonly Readonly<Record<string, unknown>>[];
  /** The ways out of one function in a Region; it may do everything. */
  outside(region: string): Outside;
  /** What the template tells a function in a Region. */
  environment(region: string): Environment;
  /** The authority's table as a function in a Region opens it. */
  replicas(here: string, except?: string): Replicas;
  /** The authority item as it is stored now. */
  authority(): AuthorityItem | undefined;
  /** Lets virtual time pass until the promise settles. */
  run<T>(promise: Promise<T>): Promise<T>;
  /** How many seconds of virtual time something takes. */
  secondsOf(promise: Promise<unknown>): Promise<number>;
  close(): void;
}

/** A stage on which somebody has initialised the authority: us-east-1 is active under epoch 1. */
export const startStage = async (seed = 1, plan: Plan = QUICK_START): Promise<Stage> => {
  const stage = openStage(seed, plan);
  await stage.run(initialise(stage.replicas(EAST), plan, EAST));
  return stage;
};

/** A stage whose authority nobody has initialised. */
export const openStage = (seed = 1, plan: Plan = QUICK_START): Stage => {
  const world = createWorld(seed);
  const slack = createSlack(world.clock.now);
  const nobody = () => () => Promise.reject(new Error('no function runs by itself here'));
  const cloud = createCloud(world, { http: nobody, dns: nobody, tls: nobody });
  const application = createApplication(plan, cloud, slack.webhook);
  const dns = simulatedDns(world, cloud.route53);
  const http = simulatedHttp(world, { application, slack, dns, references: plan.references });
  const tls = simulatedTls(world, application);
  deployInto(cloud, plan);
  const logs: Readonly<Record<string, unknown>>[] = [];
  const outside = (region: string): Outside => {
    const clock = regionalClock(world, region);
    const gone = () => !world.network.alive(region);
    const sender = { name: 'test', region, roleArn: ROLE, causes: () => [], run: () => 'run', epoch: () => 1 };
    return {
      aws: cloud.endpoint.aws({ ...sender, gone, sleep: clock.sleep }),
      http: http(
        region,
        () => undefined,
        () => [],
      ),
      dns: dns(region),
      tls: tls(
        region,
        () => undefined,
        () => [],
      ),
      clock,
      log: (line) => logs.push(line),
      file: (path) => (path === PLAN_FILE ? JSON.stringify(plan) : `no file ${path}`),
    };
  };
  const { table, topic, evidenceBucket } = names(plan);
  return {
    world,
    cloud,
    plan,
    slack,
    logs,
    outside,
    environment: (region) => ({
      AWS_REGION: region,
      TABLE: table,
      TOPIC: `arn:aws:sns:${region}:${ACCOUNT}:${topic}`,
      EVIDENCE_BUCKET: evidenceBucket(ACCOUNT, region),
      MACHINES: JSON.stringify({
        failover: Object.fromEntries(plan.regions.map(({ name }) => [name, machineArn(name)])),
      }),
    }),
    replicas: (here, except) => openReplicas(outside(here), table, plan.authority.regions, here, except),
    authority: () => {
      const item = cloud.dynamodb.item(table, AUTHORITY_KEY);
      return item && authorityItem.parse(item);
    },
    run: world.run,
    secondsOf: async (promise) => {
      const startedMs = world.clock.now();
      await world.run(promise);
      return (world.clock.now() - startedMs) / 1000;
    },
    close: world.close,
  };
};

const ROLE = `arn:aws:iam::${ACCOUNT}:role/everything`;

/** The failover machine of a Region; here it only waits. */
export const machineArn = (region: string): string => `arn:aws:states:${region}:${ACCOUNT}:stateMachine:failover`;

/** What the templates create, as far as functions use it. */
const deployInto = (cloud: SimulatedCloud, plan: Plan): void => {
  const { table, topic, evidenceBucket } = names(plan);
  const trusted = (service: string) => ({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: `${service}.amazonaws.com` } }],
  });
  const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
  createResource(cloud.iam, 'AWS::IAM::Role', {
    RoleName: 'everything',
    AssumeRolePolicyDocument: trusted('states'),
    Policies: [{ PolicyName: 'own', PolicyDocument: everything }],
  });
  createResource(cloud.dynamodb, 'AWS::DynamoDB::GlobalTable', { ...tableProperties, TableName: table });
  for (const { name: region } of plan.regions) {
    const put = (service: Parameters<typeof createResource>[0], type: string, properties: object) =>
      createResource(service, type, properties, { region });
    put(cloud.sns, 'AWS::SNS::Topic', { TopicName: topic });
    put(cloud.s3, 'AWS::S3::Bucket', { BucketName: evidenceBucket(ACCOUNT, region) });
    put(cloud.states, 'AWS::StepFunctions::StateMachine', {
      StateMachineName: 'failover',
      RoleArn: ROLE,
      DefinitionString: '{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":60,"End":true}}}',
    });
    for (const resource of plan.resources) {
      if (resource.kind !== 'gate-parameter') continue;
      put(cloud.ssm, 'AWS::SSM::Parameter', { Name: resource.parameter, Type: 'String', Value: CLOSED });
    }
  }
};

const CLOSED = '{"until":"1970-01-01T00:00:00.000Z","epoch":0}';
