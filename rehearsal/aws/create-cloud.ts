import type { World } from '../world/world';
import type { Cloud } from './cloud';
import type { Service } from './services/simulated-service';
import type { EventBridge } from './services/signals';
import { createCloudWatch } from './cloudwatch/create-cloudwatch';
import { createDeliver } from './deliver';
import { createDynamoDb } from './dynamodb/create-dynamodb';
import { createEc2 } from './ec2/create-ec2';
import { createEcs } from './ecs/create-ecs';
import { createEndpoint, type Endpoint } from './endpoint/create-endpoint';
import { createEventBridge } from './eventbridge/create-eventbridge';
import { createIam } from './iam/create-iam';
import { createKms } from './kms';
import { createLambda } from './lambda/create-lambda';
import type { WaysOut } from './lambda/environment';
import type { LoadHandler } from './lambda/load-handler';
import { createRds } from './rds/create-rds';
import { createRoute53 } from './route53/create-route53';
import { createS3 } from './s3/create-s3';
import { createScheduler } from './scheduler/create-scheduler';
import { createSecretsManager } from './secrets-manager';
import { createSns } from './sns';
import { createSsm } from './ssm/create-ssm';
import { createApplicationFunctions } from './standing-functions/create-standing-functions';
import { createStepFunctions } from './states/create-step-functions';

/** The simulated AWS with every service in it, and with the record of what functions asked of it. */
export interface SimulatedCloud extends Cloud {
  readonly endpoint: Endpoint;
  readonly services: readonly Service[];
}

/** The account that every rehearsal happens in; AWS's documentation uses this number for nobody's account. */
const ACCOUNT = '111122223333';

/** Makes an empty simulated AWS in a world; templates and `adopt` fill it. */
export const createCloud = (
  world: World,
  options: Pick<WaysOut, 'http' | 'dns' | 'tls'> & { readonly load?: LoadHandler; readonly account?: string },
): SimulatedCloud => {
  const { http, dns, tls, load, account = ACCOUNT } = options;
  const iam = createIam(account);
  const kms = createKms(world, account);
  const endpoint = createEndpoint({ world, account, iam, kms, services: () => services });
  const lambda = createLambda({ world, account, iam, ways: { aws: endpoint.aws, http, dns, tls }, load });
  const states = createStepFunctions({ world, iam, lambda });
  const deliver = createDeliver({ world, account, iam, lambda, states, events: () => events });
  const events: EventBridge = createEventBridge(world, account, deliver);
  const cloudwatch = createCloudWatch(world, account, events);
  const simulated = {
    iam,
    lambda,
    states,
    events,
    cloudwatch,
    kms,
    scheduler: createScheduler(world, account, deliver),
    dynamodb: createDynamoDb(world, account),
    rds: createRds(world, account, cloudwatch, kms),
    ecs: createEcs(),
    ec2: createEc2(),
    functions: createApplicationFunctions(world),
    route53: createRoute53(world, cloudwatch, http),
    ssm: createSsm(world, account),
    s3: createS3(world, kms),
    sns: createSns(world, account, kms),
    secrets: createSecretsManager(world, account),
  };
  const services: readonly Service[] = Object.values(simulated);
  return { world, account, endpoint, services, ...simulated };
};
