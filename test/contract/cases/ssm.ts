import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { ContractCase, ServiceContract } from '../contract-case';
import { step } from '../step';

const NAME = '/understudy/webshop/gate';
const get = step(SSMClient, GetParameterCommand, { Name: NAME });

/** A gate as the Region stack makes it. */
const prepare: ContractCase['prepare'] = {
  simulated: ({ cloud, create }) =>
    void create(cloud.ssm, 'AWS::SSM::Parameter', { Name: NAME, Type: 'String', Value: 'closed' }),
  moto: async ({ client }) =>
    void (await client(SSMClient).send(new PutParameterCommand({ Name: NAME, Type: 'String', Value: 'closed' }))),
};

/** Parameter Store, in which a write gate stands. */
export const ssm: ServiceContract = {
  client: 'SSMClient',
  model: 'ssm',
  documentation: (operation) => `https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_${operation}.html`,
  cases: [
    {
      name: 'a parameter has the value and version of the last put',
      prepare,
      steps: [get, step(SSMClient, PutParameterCommand, { Name: NAME, Value: 'open', Overwrite: true }), get],
    },
    {
      name: 'a put without Overwrite leaves a parameter as it is',
      prepare,
      steps: [step(SSMClient, PutParameterCommand, { Name: NAME, Value: 'open', Type: 'String' }), get],
    },
    {
      name: 'a parameter belongs to its Region',
      prepare,
      steps: [step(SSMClient, GetParameterCommand, { Name: NAME }, { region: 'us-west-2' })],
    },
    {
      name: 'a new parameter needs a type',
      prepare,
      steps: [step(SSMClient, PutParameterCommand, { Name: '/new', Value: 'x' })],
    },
    {
      name: 'a standard parameter has at most 4 KB',
      prepare,
      steps: [
        step(
          SSMClient,
          PutParameterCommand,
          { Name: NAME, Value: 'x'.repeat(4_097), Overwrite: true },
          {
            differs: {
              moto: 'success',
              because: 'stores a value of any size in the standard tier',
              source:
                'https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html',
            },
          },
        ),
      ],
    },
  ],
};
