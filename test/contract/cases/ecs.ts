import {
  CreateClusterCommand,
  CreateServiceCommand,
  DescribeServicesCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import type { ContractCase, Difference, ServiceContract } from '../contract-case';
import { step } from '../step';

const cluster = 'webshop';
const service = 'web';
const TASKS = 2;

/** A service of two tasks. Moto starts none of them, so how many run is compared by type alone. */
const prepare: ContractCase['prepare'] = {
  simulated: ({ cloud }) => cloud.ecs.adopt('us-east-1', cluster, service, TASKS),
  moto: async ({ client }) => {
    const ecs = client(ECSClient);
    await ecs.send(new CreateClusterCommand({ clusterName: cluster }));
    const container = { name: 'web', image: 'web', memory: 128 };
    await ecs.send(new RegisterTaskDefinitionCommand({ family: 'web', containerDefinitions: [container] }));
    const request = { cluster, serviceName: service, taskDefinition: 'web', desiredCount: TASKS };
    await ecs.send(new CreateServiceCommand(request));
  },
};

const counts = (path: string) =>
  [path, `${path}.deployments[]`].flatMap((one) => [`${one}.runningCount`, `${one}.pendingCount`]);
const deployments = (path: string): Difference => ({
  moto: { members: [`${path}.deployments[].rolloutState`, `${path}.deployments[].desiredCount`] },
  because: 'keeps the deployment as the service was created: in progress, with the count of then',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html',
});

const describe = step(
  ECSClient,
  DescribeServicesCommand,
  { cluster, services: [service] },
  { varies: counts('services[]'), differs: deployments('services[]') },
);
const scaleTo = (desiredCount: number) =>
  step(
    ECSClient,
    UpdateServiceCommand,
    { cluster, service, desiredCount },
    { varies: counts('service'), differs: deployments('service') },
  );

/** ECS, in which a service stands. */
export const ecs: ServiceContract = {
  client: 'ECSClient',
  model: 'ecs',
  documentation: (operation) => `https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_${operation}.html`,
  cases: [
    { name: 'a service wants as many tasks as was asked last', prepare, steps: [describe, scaleTo(4), describe] },
    { name: 'a service may want no task at all', prepare, steps: [scaleTo(0), describe] },
    {
      name: 'services that do not exist are failures of the answer',
      prepare,
      steps: [
        step(
          ECSClient,
          DescribeServicesCommand,
          { cluster, services: ['other'] },
          {
            differs: {
              moto: { members: ['failures[].arn'] },
              because: 'names what is missing by the short ARN, without the cluster',
              source:
                'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#ecs-resource-ids',
            },
          },
        ),
      ],
    },
    {
      name: 'what does not exist is not updated',
      prepare,
      steps: [
        step(ECSClient, UpdateServiceCommand, { cluster, service: 'other', desiredCount: 1 }),
        step(ECSClient, UpdateServiceCommand, { cluster: 'other', service, desiredCount: 1 }),
        step(ECSClient, DescribeServicesCommand, { cluster: 'other', services: [service] }),
      ],
    },
    {
      name: 'requests that make no sense are refused',
      prepare,
      steps: [
        step(
          ECSClient,
          DescribeServicesCommand,
          { cluster, services: [] },
          {
            differs: {
              moto: 'success',
              because: 'takes an empty list',
              source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html',
            },
          },
        ),
        step(
          ECSClient,
          UpdateServiceCommand,
          { cluster, service, desiredCount: -1 },
          {
            differs: {
              moto: 'success',
              because: 'takes a negative count',
              source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html',
            },
          },
        ),
      ],
    },
  ],
};
