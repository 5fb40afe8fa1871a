import { countParts, nameOf, partsOf, withStatementsOnly, type Part } from '../../../rehearsal/necessary/part';

const template = {
  Resources: {
    fence: {
      Type: 'AWS::Lambda::Function',
      DeletionPolicy: 'Retain',
      Properties: {
        Role: { 'Fn::GetAtt': ['role', 'Arn'] },
        Environment: { Variables: { TABLE: 'a', TOPIC: 'b' } },
        TracingConfig: { Mode: 'Active' },
        Tags: [
          { Key: 'a', Value: 'b' },
          { Key: 'c', Value: 'd' },
        ],
      },
    },
  },
};

const everyName = (parts: readonly Part[]): string[] =>
  parts.flatMap((part) => [nameOf(part), ...everyName(part.parts)]);

it('finds the resource, its attributes, and every part of its properties', () => {
  expect(
    everyName(partsOf('us-west-2', template)).map((name) => name.replace('us-west-2/fence AWS::Lambda::', '')),
  ).toEqual([
    'Function',
    'Function DeletionPolicy',
    'Function Role',
    'Function Environment',
    'Function Environment.Variables.TABLE',
    'Function Environment.Variables.TOPIC',
    'Function TracingConfig',
    'Function Tags',
  ]);
});

it('leaves tags and the arguments of CloudFormation’s functions whole, and takes a list of one for that one', () => {
  const [fence] = partsOf('us-west-2', template);
  const inside = (place: string) => fence!.parts.find((part) => part.path.at(-1) === place)!.parts;
  expect(inside('Role')).toEqual([]);
  expect(inside('Tags')).toEqual([]);
  expect(inside('TracingConfig')).toEqual([]);
});

it('counts inner parts too', () => {
  expect(countParts(partsOf('us-west-2', template))).toBe(8);
});

it('keeps each statement of a policy, a single one too, and nothing else inside of a resource', () => {
  const allow = (action: string) => ({ Effect: 'Allow', Action: action, Resource: ['a', 'b'] });
  const policy = (...statements: object[]) => ({ Version: '2012-10-17', Statement: statements });
  const role = {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: 'fence',
      AssumeRolePolicyDocument: policy(allow('sts:AssumeRole')),
      Policies: [{ PolicyName: 'all', PolicyDocument: policy(allow('a:A'), allow('b:B')) }],
    },
  };
  const resources = withStatementsOnly(partsOf('us-west-2', { Resources: { role } }));
  expect(everyName(resources).map((name) => name.replace('us-west-2/role AWS::IAM::Role', ''))).toEqual([
    '',
    ' AssumeRolePolicyDocument.Statement',
    ' Policies[0].PolicyDocument.Statement[0]',
    ' Policies[0].PolicyDocument.Statement[1]',
  ]);
});
