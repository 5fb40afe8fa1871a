import { critical, type ClientClass } from '../../lambdas/aws';
import type { Service } from '../../rehearsal/aws/services/simulated-service';
import { createCloud, type SimulatedCloud } from '../../rehearsal/aws/create-cloud';
import type { Exchange } from '../../rehearsal/aws/endpoint/records';
import type { Sender } from '../../rehearsal/aws/endpoint/sender';
import { createWorld, type DrivenWorld } from '../../rehearsal/world/create-world';
import { createResource } from '../rehearsal/aws/ask-service';
import { ACCOUNT } from './moto-side';

/** The simulated AWS of one case, and a role in it that may do everything. */
export interface SimulatedSide {
  readonly cloud: SimulatedCloud;
  readonly world: DrivenWorld;
  /** A real SDK client, by way of the endpoint that functions use in a rehearsal. */
  client<C>(Client: ClientClass<C>, region?: string): C;
  /** Creates a resource as a deployment does. */
  create(service: Service, type: string, properties: object, region?: string): string;
  /** What functions were invoked with; none does anything else. */
  readonly heard: readonly unknown[];
}

/** An empty simulated AWS with moto's account number; `seen` hears every exchange. `close` gives the timers back. */
export const openSimulated = (seen: (exchange: Exchange) => void): SimulatedSide & { close(): void } => {
  const world = createWorld(1);
  const heard: unknown[] = [];
  const listen = { create: () => (event: unknown) => Promise.resolve(void heard.push(event)) };
  const load = () => Promise.resolve(listen);
  const cloud = createCloud(world, {
    http: () => nobody,
    dns: () => nobody,
    tls: () => nobody,
    account: ACCOUNT,
    load,
  });
  cloud.endpoint.onExchange(seen);
  const create: SimulatedSide['create'] = (service, type, properties, region = 'us-east-1') =>
    createResource(service, type, properties, { region, account: ACCOUNT }).ref;
  create(cloud.iam, 'AWS::IAM::Role', everything);
  const aws = cloud.endpoint.aws(sender(world));
  return {
    cloud,
    world,
    create,
    heard,
    client: (Client, region = 'us-east-1') => aws(Client, { ...critical(region), attemptsMax: 1 }),
    close: () => world.close(),
  };
};

const nobody = () => Promise.reject(new Error('no case asks anyone but AWS'));

const ROLE = 'contract';

const everything = {
  RoleName: ROLE,
  AssumeRolePolicyDocument: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
  },
  Policies: [
    {
      PolicyName: 'everything',
      PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
    },
  ],
};

const sender = ({ clock }: DrivenWorld): Sender => ({
  name: 'contract',
  region: 'us-east-1',
  roleArn: `arn:aws:iam::${ACCOUNT}:role/${ROLE}`,
  causes: () => [],
  run: () => undefined,
  epoch: () => undefined,
  gone: () => false,
  sleep: (ms) => clock.sleep(ms),
});
