import {
  CreateEventSourceMappingCommand,
  DeleteFunctionConcurrencyCommand,
  GetFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  PutFunctionConcurrencyCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import type { ContractCase, Difference, ServiceContract } from '../contract-case';
import { createFunction } from '../functions';
import { ACCOUNT, type MotoSide } from '../moto-side';
import type { SimulatedSide } from '../simulated-side';
import { step } from '../step';
import { invocationCases } from './invocations';

const FunctionName = 'orders';
const timeoutSeconds = 20;
const QUEUE = 'orders';

/** A function without reserved concurrency, which a queue's messages invoke. */
const prepare: ContractCase['prepare'] = {
  simulated: ({ cloud }) => cloud.functions.adopt('us-east-1', FunctionName, { timeoutSeconds, eventSources: 1 }),
  moto: async (side) => {
    await createFunction(side, FunctionName, timeoutSeconds);
    await side.ask('sqs', 'AmazonSQS.CreateQueue', { QueueName: QUEUE });
    const EventSourceArn = `arn:aws:sqs:us-east-1:${ACCOUNT}:${QUEUE}`;
    await side.client(LambdaClient).send(new CreateEventSourceMappingCommand({ FunctionName, EventSourceArn }));
  },
};

const learnMapping = async ({ client }: MotoSide | SimulatedSide) => {
  const { EventSourceMappings = [] } = await client(LambdaClient).send(
    new ListEventSourceMappingsCommand({ FunctionName }),
  );
  return { mapping: EventSourceMappings[0]?.UUID ?? '' };
};
const learn: ContractCase['learn'] = { simulated: learnMapping, moto: learnMapping };

const REFERENCE = 'https://docs.aws.amazon.com/lambda/latest/api';
const OTHER = { FunctionName: 'other' };

const concurrency = step(LambdaClient, GetFunctionConcurrencyCommand, { FunctionName });
const release = step(LambdaClient, DeleteFunctionConcurrencyCommand, { FunctionName });
const reserve = (ReservedConcurrentExecutions: number, differs?: Difference) =>
  step(LambdaClient, PutFunctionConcurrencyCommand, { FunctionName, ReservedConcurrentExecutions }, { differs });

const atOnce = (path: string): Difference => ({
  moto: { members: [`${path}State`] },
  because: 'starts and stops polling at once',
  source: `${REFERENCE}/API_EventSourceMappingConfiguration.html`,
});
const mappings = (differs?: Difference) =>
  step(
    LambdaClient,
    ListEventSourceMappingsCommand,
    { FunctionName },
    { varies: ['EventSourceMappings[].UUID'], differs },
  );
const poll = (Enabled: boolean, differs: Difference = atOnce('')) =>
  step(LambdaClient, UpdateEventSourceMappingCommand, ({ learned: { mapping } }) => ({ UUID: mapping, Enabled }), {
    varies: ['UUID'],
    differs,
  });

/** Lambda, in which functions of the application stand and our own are deployed. */
export const lambda: ServiceContract = {
  client: 'LambdaClient',
  model: 'lambda',
  documentation: (operation) => `${REFERENCE}/API_${operation}.html`,
  cases: [
    {
      name: 'S28 concurrency is reserved for a function, down to none, and given back',
      prepare,
      steps: [concurrency, reserve(5), concurrency, reserve(0), concurrency, release, concurrency, release],
    },
    {
      name: 'less than nothing cannot be reserved',
      prepare,
      steps: [
        reserve(-1, {
          moto: 'success',
          because: 'takes a negative number',
          source: `${REFERENCE}/API_PutFunctionConcurrency.html#API_PutFunctionConcurrency_RequestSyntax`,
        }),
        concurrency,
      ],
    },
    {
      name: 'a function tells its time-out, by its name or its ARN',
      prepare,
      steps: [
        step(LambdaClient, GetFunctionConfigurationCommand, { FunctionName }),
        step(LambdaClient, GetFunctionConfigurationCommand, {
          FunctionName: `arn:aws:lambda:us-east-1:${ACCOUNT}:function:${FunctionName}`,
        }),
      ],
    },
    {
      name: 'a mapping is on its way for a while, and takes no other word then',
      prepare,
      learn,
      steps: [
        mappings(),
        poll(false),
        mappings(atOnce('EventSourceMappings[].')),
        poll(true, {
          moto: 'success',
          because: 'starts and stops polling at once',
          source: `${REFERENCE}/API_UpdateEventSourceMapping.html#API_UpdateEventSourceMapping_Errors`,
        }),
      ],
    },
    {
      name: 'what does not exist is not found',
      prepare,
      steps: [
        step(LambdaClient, GetFunctionConcurrencyCommand, OTHER),
        step(LambdaClient, PutFunctionConcurrencyCommand, { ...OTHER, ReservedConcurrentExecutions: 0 }),
        step(LambdaClient, DeleteFunctionConcurrencyCommand, OTHER),
        step(LambdaClient, GetFunctionConfigurationCommand, OTHER),
        step(LambdaClient, ListEventSourceMappingsCommand, OTHER, {
          differs: {
            moto: 'success',
            because: 'knows no mapping of a function that it does not know',
            source: `${REFERENCE}/API_ListEventSourceMappings.html#API_ListEventSourceMappings_Errors`,
          },
        }),
        step(
          LambdaClient,
          UpdateEventSourceMappingCommand,
          { UUID: '00000000-0000-4000-8000-000000000000', Enabled: false },
          {
            differs: {
              moto: 'success',
              because: 'answers nothing of a mapping that it does not know, and no error',
              source: `${REFERENCE}/API_UpdateEventSourceMapping.html#API_UpdateEventSourceMapping_Errors`,
            },
          },
        ),
      ],
    },
    ...invocationCases,
  ],
};
