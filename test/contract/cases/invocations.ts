import {
  InvokeCommand,
  LambdaClient,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
} from '@aws-sdk/client-lambda';
import type { ContractCase, Difference } from '../contract-case';
import { createFunction } from '../functions';
import { createListener } from '../journeys';
import type { MotoSide } from '../moto-side';
import type { SimulatedSide } from '../simulated-side';
import { step } from '../step';

const FunctionName = 'listener';

const REFERENCE = 'https://docs.aws.amazon.com/lambda/latest/api';

/** A function of one published version that answers nothing. */
const simulated = ({ cloud, create }: SimulatedSide): void => {
  createListener({ cloud, create });
  create(cloud.lambda, 'AWS::Lambda::Version', { FunctionName });
};
const moto = async (side: MotoSide): Promise<void> => {
  await createFunction(side, FunctionName);
  await side.client(LambdaClient).send(new PublishVersionCommand({ FunctionName }));
};
const prepare: ContractCase['prepare'] = { simulated, moto };
/** The same where moto shall answer as the function here does. */
const answering: ContractCase['prepare'] = {
  simulated,
  moto: async (side) => {
    await side.answerInvocations(['null']);
    await moto(side);
  },
};

const Payload = '{"of":"webshop"}';

const invoke = (Qualifier: string, differs?: Difference) =>
  step(LambdaClient, InvokeCommand, { FunctionName, Qualifier, Payload }, { differs });

/** What is asked of versions of our own functions, whose code runs here. */
export const invocationCases: readonly ContractCase[] = [
  {
    name: 'a version is invoked and answers',
    prepare: answering,
    steps: [
      invoke('1', {
        moto: { members: ['ExecutedVersion'] },
        because: 'does not say which version it invoked',
        source: `${REFERENCE}/API_Invoke.html#API_Invoke_ResponseSyntax`,
      }),
    ],
  },
  {
    name: 'a version that does not exist is not invoked',
    prepare: answering,
    steps: [
      invoke('2', {
        moto: 'success',
        because: 'invokes a function whichever version is asked for',
        source: `${REFERENCE}/API_Invoke.html#API_Invoke_Errors`,
      }),
    ],
  },
  {
    name: 'a function lists its versions, the newest code first',
    prepare,
    steps: [step(LambdaClient, ListVersionsByFunctionCommand, { FunctionName })],
  },
  {
    name: 'a function that does not exist is not found',
    prepare,
    steps: [
      step(LambdaClient, InvokeCommand, { FunctionName: 'other', Qualifier: '1', Payload }),
      step(
        LambdaClient,
        ListVersionsByFunctionCommand,
        { FunctionName: 'other' },
        {
          differs: {
            moto: 'success',
            because: 'lists no versions of a function that it does not know',
            source: `${REFERENCE}/API_ListVersionsByFunction.html#API_ListVersionsByFunction_Errors`,
          },
        },
      ),
    ],
  },
];
