import {
  CreateEventBusCommand,
  DescribeRuleCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  EventBridgeClient,
  PutRuleCommand,
} from '@aws-sdk/client-eventbridge';
import type { ContractCase, ServiceContract } from '../contract-case';
import { step } from '../step';

const Name = 'reconcile';
const BUS = 'webshop';

/** A rule that is enabled on the default bus, and one of the same name on another. */
const prepare: ContractCase['prepare'] = {
  simulated: ({ cloud }) => {
    cloud.events.adoptRule('us-east-1', 'default', Name);
    cloud.events.adoptRule('us-east-1', BUS, Name);
  },
  moto: async ({ client }) => {
    const events = client(EventBridgeClient);
    const EventPattern = JSON.stringify({ source: ['webshop'] });
    await events.send(new PutRuleCommand({ Name, EventPattern }));
    await events.send(new CreateEventBusCommand({ Name: BUS }));
    await events.send(new PutRuleCommand({ Name, EventPattern, EventBusName: BUS }));
  },
};

/** A rule by its name, on the default bus unless said. */
interface Asked {
  readonly Name: string;
  readonly EventBusName?: string;
}

const describe = (rule: Asked = { Name }, region?: string) =>
  step(EventBridgeClient, DescribeRuleCommand, rule, { region });
const disable = (rule: Asked = { Name }) => step(EventBridgeClient, DisableRuleCommand, rule);
const enable = (rule: Asked = { Name }) => step(EventBridgeClient, EnableRuleCommand, rule);

/** EventBridge, in which rules of the application stand. */
export const eventBridge: ServiceContract = {
  client: 'EventBridgeClient',
  model: 'events',
  documentation: (operation) => `https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_${operation}.html`,
  cases: [
    {
      name: 'S28 a rule is disabled, and enabled again',
      prepare,
      steps: [describe(), disable(), describe(), enable(), describe()],
    },
    {
      name: 'a rule may be told the same twice',
      prepare,
      steps: [enable(), describe(), disable(), disable(), describe()],
    },
    {
      name: 'rules of one name on two buses are two rules',
      prepare,
      steps: [disable({ Name, EventBusName: BUS }), describe({ Name, EventBusName: BUS }), describe()],
    },
    {
      name: 'a rule that does not exist is not found',
      prepare,
      steps: [
        describe({ Name: 'other' }),
        disable({ Name: 'other' }),
        enable({ Name: 'other' }),
        describe({ Name, EventBusName: 'other' }),
        describe({ Name }, 'us-west-2'),
      ],
    },
  ],
};
