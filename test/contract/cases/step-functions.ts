import {
  CreateStateMachineCommand,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { ContractCase, ServiceContract } from '../contract-case';
import { journeysRole } from '../journeys';
import { ACCOUNT, type MotoSide } from '../moto-side';
import type { SimulatedSide } from '../simulated-side';
import { step } from '../step';
import { taskTokenCases } from './task-tokens';

const NAME = 'understudy-webshop-failover';
const stateMachineArn = `arn:aws:states:us-east-1:${ACCOUNT}:stateMachine:${NAME}`;

/** A run that is still under way when the last step is asked. */
const definition = JSON.stringify({ StartAt: 'Wait', States: { Wait: { Type: 'Wait', Seconds: 3_600, End: true } } });

const prepare: ContractCase['prepare'] = {
  simulated: ({ cloud, create }) => {
    create(cloud.states, 'AWS::StepFunctions::StateMachine', {
      StateMachineName: NAME,
      DefinitionString: definition,
      RoleArn: journeysRole({ cloud, create }),
    });
  },
  moto: async ({ client }) =>
    void (await client(SFNClient).send(
      new CreateStateMachineCommand({ name: NAME, definition, roleArn: `arn:aws:iam::${ACCOUNT}:role/journeys` }),
    )),
};

/** Which runs there are, by name. */
const effect: ContractCase['effect'] = {
  simulated: ({ cloud }: SimulatedSide) => cloud.states.executions.map(({ arn, status }) => ({ arn, status })),
  moto: async ({ client }: MotoSide) => {
    const { executions = [] } = await client(SFNClient).send(new ListExecutionsCommand({ stateMachineArn }));
    return executions.map(({ executionArn, status }) => ({ arn: executionArn, status }));
  },
};

const start = (name: string, input: string) => step(SFNClient, StartExecutionCommand, { stateMachineArn, name, input });

/** Step Functions, in which a journey stands. */
export const stepFunctions: ServiceContract = {
  client: 'SFNClient',
  model: 'stepfunctions',
  documentation: (operation) => `https://docs.aws.amazon.com/step-functions/latest/apireference/API_${operation}.html`,
  cases: [
    { name: 'a journey is started under a name', prepare, steps: [start('loss-1', '{}')], effect },
    {
      name: 'S12 of two observers who call for a failover, one starts it',
      prepare,
      steps: [start('loss-1', '{"by":"us-east-1"}'), start('loss-1', '{"by":"us-east-2"}')],
      effect,
    },
    {
      name: 'the same call again is the same run',
      prepare,
      steps: [start('loss-1', '{}'), start('loss-1', '{}')],
      effect,
    },
    {
      name: 'calls that make no sense start nothing',
      prepare,
      steps: [
        start('white space', '{}'),
        start('loss-1', 'no JSON'),
        step(SFNClient, StartExecutionCommand, { stateMachineArn: `${stateMachineArn}-other`, name: 'loss-1' }),
        step(SFNClient, StartExecutionCommand, { stateMachineArn: 'no ARN', name: 'loss-1' }),
      ],
      effect,
    },
    ...taskTokenCases,
  ],
};
