import { join } from 'node:path';
import { faultsNamed } from '../../rehearsal/faults/all';
import { synthesizePlan, type OpenAssembly } from '../../rehearsal/open-assembly';
import { rehearse } from '../../rehearsal/rehearse';
import { scenarios } from '../../rehearsal/scenarios/all';
import { contracts } from './cases/all';
import { checkExchange } from './model/check-exchange';
import { readModel, type ServiceModel } from './model/service-model';

const { BOTOCORE = '' } = process.env;
const EXAMPLES = join(__dirname, '../../examples');

const models: ReadonlyMap<string, ServiceModel> = new Map(
  contracts.map(({ client, model }) => [client, readModel(BOTOCORE, model)]),
);

const examples = ['quickstart', 'fences'] as const;
const assemblies = new Map<string, OpenAssembly>();
beforeAll(() =>
  examples.forEach((example) => assemblies.set(example, synthesizePlan(join(EXAMPLES, example, 'plan.yaml')))),
);
afterAll(() => assemblies.forEach((assembly) => assembly.remove()));

/** Rehearses an example, and answers how many requests reached each client's service and what they broke of its model. */
const overhear = async (
  name: string,
  faultIds: readonly string[],
  example: (typeof examples)[number] = 'quickstart',
) => {
  const assembly = assemblies.get(example)!;
  const scenario = scenarios.find((one) => one.name === name)!;
  const heard = new Map<string, number>();
  const broken = new Set<string>();
  await rehearse({
    plan: assembly.plan,
    assemblyDir: assembly.dir,
    scenario,
    seed: 1,
    faults: faultsNamed(faultIds),
    overhear: (exchange) => {
      const { client } = exchange;
      heard.set(client, (heard.get(client) ?? 0) + 1);
      const model = models.get(client);
      for (const line of model ? checkExchange(model, exchange) : [`${client} has no contract`]) broken.add(line);
    },
  });
  return { heard, broken: [...broken] };
};

describe('every request of a rehearsal, and its answer, is as the service models say', () => {
  it('where a Region is lost', async () => {
    const { heard, broken } = await overhear('region-loss', []);
    expect(broken).toEqual([]);
    for (const client of ['DynamoDBClient', 'CloudWatchClient', 'RDSClient', 'ECSClient', 'SSMClient', 'SNSClient'])
      expect(heard.get(client)).toBeGreaterThan(0);
  });

  it('F24 where calls are throttled besides', async () => {
    const { broken } = await overhear('region-loss', ['F24']);
    expect(broken).toEqual([]);
  });

  it('S28 where fences are closed and taken back', async () => {
    const { heard, broken } = await overhear('recovers-in-time', [], 'fences');
    expect(broken).toEqual([]);
    for (const client of ['LambdaClient', 'EC2Client', 'EventBridgeClient'])
      expect(heard.get(client)).toBeGreaterThan(0);
  });

  it('S19 where functions are exercised', async () => {
    const { heard, broken } = await overhear('exercise', []);
    expect(broken).toEqual([]);
    expect(heard.get('LambdaClient')).toBeGreaterThan(0);
  });
});
