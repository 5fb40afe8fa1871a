import type { Service } from '../../../rehearsal/aws/services/simulated-service';
import type { Call } from '../../../rehearsal/aws/operation';
import type { Created } from '../../../rehearsal/deploy/resource-type';
import type { World } from '../../../rehearsal/world/world';

const ACCOUNT = '111122223333';

/** Creates a resource as a deployment does: its properties go through the type's strict schema. */
export const createResource = (
  service: Service,
  type: string,
  properties: unknown,
  { region = 'us-east-1', logicalId = 'Resource', account = ACCOUNT } = {},
): Created => {
  const found = service.resourceTypes.find((one) => one.type === type);
  if (!found) throw new Error(`no resource type ${type}`);
  const placement = { region, account, stack: 'stack', logicalId, assemblyDir: '/nowhere' };
  return found.create(found.properties.parse(properties) as never, placement);
};

/** Runs an operation as the endpoint does once a request has arrived and was allowed. */
export const ask = (world: World, service: Service, command: string, input: object, region = 'us-east-1'): object => {
  const operation = service.operations.find((one) => one.command === command);
  if (!operation) throw new Error(`no operation ${command}`);
  return operation.run(input as never, callIn(world, region));
};

/** The actions that an operation asks IAM for. */
export const authorization = (world: World, service: Service, command: string, input: object) =>
  service.operations.find((one) => one.command === command)?.authorize(input as never, callIn(world, 'us-east-1'));

const callIn = (world: World, region: string): Call => ({
  world,
  account: ACCOUNT,
  region,
  caller: { name: 'function', region, roleArn: `arn:aws:iam::${ACCOUNT}:role/r`, causes: () => [] },
  limits: { region, path: 'critical', attemptsMax: 1, connectMs: 1_000, answerMs: 1_000 },
  id: 'the-call',
});
