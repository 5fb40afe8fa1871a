import { CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { ACCOUNT, type MotoSide } from './moto-side';

const ROLE = 'functions';

/** Creates a function on moto with a role, which moto wants to exist; its code is never run. */
export const createFunction = async (side: MotoSide, FunctionName: string, Timeout = 3): Promise<void> => {
  const Statement = [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }];
  await side.askQuery('iam', {
    Action: 'CreateRole',
    Version: '2010-05-08',
    RoleName: ROLE,
    AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement }),
  });
  const request = {
    FunctionName,
    Timeout,
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Role: `arn:aws:iam::${ACCOUNT}:role/${ROLE}`,
    Code: { ZipFile: new Uint8Array([0]) },
  } as const;
  await side.client(LambdaClient).send(new CreateFunctionCommand(request));
};
