import { readFileSync } from 'node:fs';
import { parsePlan } from '../../../lambdas/plan/parse-plan';
import type { Plan } from '../../../lambdas/plan/plan';
import type { Route53 } from '../../../rehearsal/aws/services/network';
import type { SecretsManager } from '../../../rehearsal/aws/services/security';
import type { Ssm } from '../../../rehearsal/aws/services/storage';
import { createEc2 } from '../../../rehearsal/aws/ec2/create-ec2';
import { createEcs } from '../../../rehearsal/aws/ecs/create-ecs';
import { createEventBridge } from '../../../rehearsal/aws/eventbridge/create-eventbridge';
import { createRds } from '../../../rehearsal/aws/rds/create-rds';
import { createApplicationFunctions } from '../../../rehearsal/aws/standing-functions/create-standing-functions';
import { createApplication } from '../../../rehearsal/world/application';
import type { DrivenWorld } from '../../../rehearsal/world/create-world';

export const EAST = 'us-east-1';
export const WEST = 'us-west-2';
export const EVER = Date.UTC(2100, 0, 1);

const FILE = 'examples/quickstart/plan.yaml';
export const quickStart: Plan = parsePlan(readFileSync(FILE, 'utf8'), FILE);

/** The quick start's application on its own services, with gates and DNS answers that a test sets by hand. */
export const openShop = (world: DrivenWorld, plan = quickStart) => {
  const gates = new Map<string, string>();
  const zones = new Map<string, string>();
  const secrets = new Map<string, string>();
  const dns: { region: string; asked: number } = { region: EAST, asked: 0 };
  const rds = createRds(world, '111122223333', { put: () => undefined }, { find: () => undefined });
  const ecs = createEcs();
  const route53: Route53 = {
    operations: [],
    resourceTypes: [],
    adoptZone: (id, name) => void zones.set(id, name),
    answer: (name, type) => {
      dns.asked++;
      const isRecord = name === 'www.shop.example' && type === 'CNAME';
      return isRecord ? [{ value: `${dns.region}.shop.example`, ttlSeconds: 60 }] : [];
    },
  };
  const ssm: Ssm = {
    operations: [],
    resourceTypes: [],
    change: () => undefined,
    value: (region, parameter) => gates.get(`${region} ${parameter}`),
    onPut: () => undefined,
  };
  const secretsManager: SecretsManager = {
    operations: [],
    resourceTypes: [],
    adopt: (region, name, value) => void secrets.set(`${region} ${name}`, value),
  };
  const events = createEventBridge(world, '111122223333', () => Promise.resolve());
  const cloud = {
    world,
    rds,
    ecs,
    ec2: createEc2(),
    events,
    functions: createApplicationFunctions(world),
    route53,
    ssm,
    secrets: secretsManager,
  };
  const application = createApplication(plan, cloud, 'https://hooks.slack.example/hook');
  const openGate = (region: string, epoch: number, untilMs = EVER) =>
    gates.set(`${region} /understudy/webshop/gate`, JSON.stringify({ until: new Date(untilMs).toISOString(), epoch }));
  return { application, rds, ecs, route53, dns, zones, secrets, openGate };
};
