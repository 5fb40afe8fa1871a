import { place } from '../rehearsal/aws/place';
import { writeAssembly } from '../rehearsal/deploy/write-assembly';
import { ACCOUNT } from './moto-side';
import type { SimulatedSide } from './simulated-side';

type Side = Pick<SimulatedSide, 'cloud' | 'create'>;

/** Creates the role of a state machine that may call anything, and answers its ARN. */
export const journeysRole = ({ cloud, create }: Side): string => {
  const role = 'journeys';
  const Statement = [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'states.amazonaws.com' } }];
  const everything = [{ Effect: 'Allow', Action: '*', Resource: '*' }];
  create(cloud.iam, 'AWS::IAM::Role', {
    RoleName: role,
    AssumeRolePolicyDocument: { Version: '2012-10-17', Statement },
    Policies: [{ PolicyName: 'everything', PolicyDocument: { Version: '2012-10-17', Statement: everything } }],
  });
  return `arn:aws:iam::${ACCOUNT}:role/${role}`;
};

/** Creates a function of which `heard` tells what it was invoked with, and answers its ARN. */
export const createListener = ({ cloud, create }: Side): string => {
  const FunctionName = 'listener';
  const RoleName = 'listeners';
  const Statement = [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }];
  create(cloud.iam, 'AWS::IAM::Role', { RoleName, AssumeRolePolicyDocument: { Version: '2012-10-17', Statement } });
  const assemblyDir = writeAssembly({}, { 'c0de/listen.js': '' });
  place(
    cloud.lambda.resourceTypes,
    'AWS::Lambda::Function',
    {
      FunctionName,
      Handler: 'listen.handler',
      Runtime: 'nodejs24.x',
      Code: { S3Bucket: 'assets', S3Key: 'c0de.zip' },
      Role: `arn:aws:iam::${ACCOUNT}:role/${RoleName}`,
    },
    { account: ACCOUNT, assemblyDir },
  );
  return `arn:aws:lambda:us-east-1:${ACCOUNT}:function:${FunctionName}`;
};
