import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCloud } from '../../rehearsal/aws/create-cloud';
import { serviceOf } from '../../rehearsal/aws/endpoint/request';
import { refusalsOf } from '../../rehearsal/aws/refusals';
import { createWorld } from '../../rehearsal/world/create-world';
import { contracts } from './cases/all';
import { checkExchange } from './model/check-exchange';
import { readModel } from './model/service-model';

const { BOTOCORE = '' } = process.env;
const ROOT = join(__dirname, '../..');
/** What is deployed, what deploys it, and what users copy. */
const CODE = ['lambdas', 'lib', 'bin', 'examples'];

it('every operation that is simulated is sent in a case, and no other', () => {
  expect(sentOperations()).toEqual(simulatedOperations());
});

it('every operation that the code calls is sent in a case', () => {
  const sent = new Set(contracts.flatMap(({ cases }) => cases.flatMap(({ steps }) => steps.map(nameOf))));
  expect(calledOperations().filter((operation) => !sent.has(operation))).toEqual([]);
  expect(calledOperations()).toContain('FailoverGlobalCluster');
});

it.each(contracts)('F24 $client refuses every operation as its service does', ({ client, model: service, cases }) => {
  const model = readModel(BOTOCORE, service);
  const { denied, throttled, unavailable } = refusalsOf(serviceOf({ client }));
  const operations = new Set(cases.flatMap(({ steps }) => steps.map(({ operation }) => operation)));
  const broken = [...operations].flatMap((operation) =>
    [denied, ...throttled, unavailable].flatMap((refuse) =>
      checkExchange(model, { client, operation, input: {}, outcome: { fault: refuse('refused') } }),
    ),
  );
  expect(broken).toEqual([]);
});

const nameOf = ({ operation }: { readonly operation: string }): string => operation;

/** The document client, which examples for users use, has short names: https://www.npmjs.com/package/@aws-sdk/lib-dynamodb */
const ITEM_COMMANDS = new Set(['Get', 'Put', 'Update', 'Delete']);

/** Found in the text, so that what no rehearsal reaches is found too. */
const calledOperations = (): string[] => {
  const called = CODE.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|md)$/.test(file))
      .flatMap((file) => [...readFileSync(join(ROOT, folder, file), 'utf8').matchAll(/\bnew (\w+)Command\(/g)]),
  );
  return [...new Set(called.map(([, name = '']) => (ITEM_COMMANDS.has(name) ? `${name}Item` : name)))];
};

const sentOperations = (): string[] => {
  const sent = contracts.flatMap(({ client, cases }) =>
    cases.flatMap(({ steps }) => steps.map(({ operation }) => `${client} ${operation}`)),
  );
  return [...new Set(sent)].sort();
};

const simulatedOperations = (): string[] => {
  const world = createWorld(1);
  const nobody = () => () => Promise.reject(new Error('nobody is asked'));
  const { services } = createCloud(world, { http: nobody, dns: nobody, tls: nobody });
  world.close();
  return services
    .flatMap(({ client = '', operations }) => operations.map(({ command }) => `${client} ${command}`))
    .map((name) => name.replace(/Command$/, ''))
    .sort();
};
