import { createIam } from '../../../../rehearsal/aws/iam/create-iam';
import { place } from '../place';

const ROLE = 'arn:aws:iam::111122223333:role/worker';

const iamWith = (...Statement: object[]) => {
  const iam = createIam('111122223333');
  const Principal = { Service: 'lambda.amazonaws.com' };
  place(iam.resourceTypes, 'AWS::IAM::Role', {
    RoleName: 'worker',
    Description: 'The function worker',
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal }],
    },
    Policies: [{ PolicyName: 'own', PolicyDocument: { Version: '2012-10-17', Statement } }],
  });
  return iam;
};

const grant = (action: string, resource: string, isUsed: boolean) => ({
  holder: 'Shop: The function worker',
  action,
  resource,
  isUsed,
});

it('lists every action on every resource that a policy allows, and which of them allowed a call', () => {
  const iam = iamWith({ Effect: 'Allow', Action: ['s3:Get*', 's3:PutObject'], Resource: ['a', 'b'] });
  iam.judge(ROLE, 's3:GetObject', 'b');
  expect(iam.grants()).toEqual([
    grant('s3:Get*', 'a', false),
    grant('s3:Get*', 'b', true),
    grant('s3:PutObject', 'a', false),
    grant('s3:PutObject', 'b', false),
  ]);
});

it('does not take a call for a use that another statement denies', () => {
  const iam = iamWith(
    { Effect: 'Allow', Action: 'a:B', Resource: '*' },
    { Effect: 'Deny', Action: 'a:*', Resource: 'x' },
  );
  iam.judge(ROLE, 'a:B', 'x');
  expect(iam.grants()).toEqual([grant('a:B', '*', false)]);
});

it('does not take a call for a use whose condition does not hold', () => {
  const Condition = { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } };
  const iam = iamWith({ Effect: 'Allow', Action: 'a:B', Resource: '*', Condition });
  iam.judge(ROLE, 'a:B', '*', { 'aws:RequestedRegion': 'us-west-2' });
  expect(iam.grants()).toEqual([grant('a:B', '*', false)]);
});

it('names what a statement leaves out as one permission', () => {
  const iam = iamWith({ Effect: 'Allow', NotAction: ['iam:*'], Resource: '*' });
  iam.judge(ROLE, 'a:B', '*');
  expect(iam.grants()).toEqual([grant('all but iam:*', '*', true)]);
});
