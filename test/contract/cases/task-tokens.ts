import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { ContractCase, Difference } from '../contract-case';
import { ACCOUNT, type MotoSide } from '../moto-side';
import { createListener, journeysRole } from '../journeys';
import { step } from '../step';

const NAME = 'understudy-webshop-ask';
const stateMachineArn = `arn:aws:states:us-east-1:${ACCOUNT}:stateMachine:${NAME}`;
const executionArn = `arn:aws:states:us-east-1:${ACCOUNT}:execution:${NAME}:ask-1`;

/** A journey of one question, which waits an hour for its answer. */
const asking = (service: 'lambda:invoke' | 'sqs:sendMessage', Parameters: object): string => {
  const Resource = `arn:aws:states:::${service}.waitForTaskToken`;
  const Ask = { Type: 'Task', Resource, Parameters, HeartbeatSeconds: 3_600, End: true };
  return JSON.stringify({ StartAt: 'Ask', States: { Ask } });
};

const TOKEN = { 'token.$': '$$.Task.Token' };

interface Queue {
  readonly QueueUrl: string;
}

interface Received {
  readonly Messages?: readonly { readonly Body: string }[];
}

/** A function is asked here and a queue there: the simulation knows no queues, and moto's functions need Docker. */
const prepare: ContractCase['prepare'] = {
  simulated: ({ cloud, create }) => {
    const FunctionName = createListener({ cloud, create });
    create(cloud.states, 'AWS::StepFunctions::StateMachine', {
      StateMachineName: NAME,
      DefinitionString: asking('lambda:invoke', { FunctionName, Payload: TOKEN }),
      RoleArn: journeysRole({ cloud, create }),
    });
    cloud.states.start({ machineArn: stateMachineArn, name: 'ask-1', input: {}, as: 'console', causes: [] });
  },
  moto: async (side) => {
    await side.runStateMachines();
    const { QueueUrl } = (await side.ask('sqs', 'AmazonSQS.CreateQueue', { QueueName: 'asked' })) as Queue;
    const definition = asking('sqs:sendMessage', { QueueUrl, MessageBody: TOKEN });
    const roleArn = `arn:aws:iam::${ACCOUNT}:role/journeys`;
    const sfn = side.client(SFNClient);
    await sfn.send(new CreateStateMachineCommand({ name: NAME, definition, roleArn }));
    await sfn.send(new StartExecutionCommand({ stateMachineArn, name: 'ask-1', input: '{}' }));
  },
};

const learn: ContractCase['learn'] = {
  simulated: async ({ world, heard }) => {
    await world.clock.sleep(1_000);
    return heard[0] as { readonly token: string };
  },
  moto: async (side) => {
    const { QueueUrl } = (await side.ask('sqs', 'AmazonSQS.GetQueueUrl', { QueueName: 'asked' })) as Queue;
    const request = { QueueUrl, WaitTimeSeconds: 10 };
    const { Messages = [] } = (await side.ask('sqs', 'AmazonSQS.ReceiveMessage', request)) as Received;
    return JSON.parse(Messages[0]?.Body ?? '{}') as { readonly token: string };
  },
};

/** How the journey ended; moto drops the cause of a failure. */
const effect: ContractCase['effect'] = {
  simulated: ({ cloud }) => cloud.states.executions.map(({ status, error }) => ({ status, error })),
  moto: async (side) => [await endOnMoto(side)],
};

const endOnMoto = async ({ client }: MotoSide, attempts = 300): Promise<object> => {
  const { status, error } = await client(SFNClient).send(new DescribeExecutionCommand({ executionArn }));
  if (status !== 'RUNNING' || attempts === 1) return { status, error };
  await new Promise((resolve) => setTimeout(resolve, 100));
  return endOnMoto({ client } as MotoSide, attempts - 1);
};

const ERRORS =
  'https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html#API_SendTaskSuccess_Errors';

const closed: Difference = {
  moto: { error: 'InvalidToken' },
  because: 'forgets the tokens of executions that have ended',
  source: ERRORS,
};
const noJson: Difference = { moto: 'success', because: 'takes an output that is no JSON', source: ERRORS };

const beat = (differs?: Difference) =>
  step(SFNClient, SendTaskHeartbeatCommand, ({ learned: { token: taskToken } }) => ({ taskToken }), {
    differs,
    awaits: differs && ((side) => endOnMoto(side)),
  });
const succeed = (output: string, differs?: Difference) =>
  step(SFNClient, SendTaskSuccessCommand, ({ learned: { token: taskToken } }) => ({ taskToken, output }), {
    differs,
    awaits: differs === closed ? (side) => endOnMoto(side) : undefined,
  });
const fail = step(SFNClient, SendTaskFailureCommand, ({ learned: { token: taskToken } }) => ({
  taskToken,
  error: 'Declined',
  cause: 'not today',
}));

/** What is done with the token of a question. */
export const taskTokenCases: readonly ContractCase[] = [
  {
    name: 'a question is answered once, after any number of heartbeats',
    prepare,
    learn,
    steps: [beat(), beat(), succeed('{"answer":"approve"}'), succeed('{"answer":"decline"}', closed)],
    effect,
  },
  { name: 'a question is declined with an error', prepare, learn, steps: [fail], effect },
  {
    name: 'a token that nobody issued is invalid',
    prepare,
    learn,
    steps: [
      step(SFNClient, SendTaskHeartbeatCommand, { taskToken: 'strange' }),
      step(SFNClient, SendTaskSuccessCommand, { taskToken: 'strange', output: '{}' }),
      step(SFNClient, SendTaskFailureCommand, { taskToken: 'strange', error: 'Declined' }),
    ],
  },
  {
    name: 'an answer that is not JSON leaves the question open',
    prepare,
    learn,
    steps: [succeed('{', noJson), beat(closed)],
  },
];
