import { createIam } from '../../../../rehearsal/aws/iam/create-iam';
import { place } from '../place';

const ROLE = 'arn:aws:iam::111122223333:role/worker';
const TABLE = 'arn:aws:dynamodb:us-east-1:111122223333:table/orders';

const trusting = (Principal: unknown, Condition?: object) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal, ...(Condition && { Condition }) }],
});
const documentOf = (...Statement: object[]) => ({ Version: '2012-10-17', Statement });
const allow = (Action: unknown, Resource: unknown, Condition?: object) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
});

/** IAM with one role that has these statements. */
const iamWith = (...statements: object[]) => {
  const iam = createIam('111122223333');
  place(iam.resourceTypes, 'AWS::IAM::Role', {
    RoleName: 'worker',
    AssumeRolePolicyDocument: trusting({ Service: 'lambda.amazonaws.com' }),
    Policies: statements.length > 0 ? [{ PolicyName: 'own', PolicyDocument: documentOf(...statements) }] : [],
  });
  return iam;
};

describe('what a role may do', () => {
  it.each([
    ['nothing without a statement', [], 'dynamodb:GetItem', TABLE, false],
    ['what is allowed', [allow('dynamodb:GetItem', TABLE)], 'dynamodb:GetItem', TABLE, true],
    ['in any case of the action', [allow('DynamoDB:getitem', TABLE)], 'dynamodb:GetItem', TABLE, true],
    ['no other action', [allow('dynamodb:GetItem', TABLE)], 'dynamodb:PutItem', TABLE, false],
    ['no other resource', [allow('dynamodb:GetItem', TABLE)], 'dynamodb:GetItem', `${TABLE}2`, false],
    ['actions by wildcard', [allow('dynamodb:*Item', TABLE)], 'dynamodb:PutItem', TABLE, true],
    ['? is exactly one character', [allow('dynamodb:?etItem', TABLE)], 'dynamodb:GetItem', TABLE, true],
    ['any resource by *', [allow('dynamodb:GetItem', '*')], 'dynamodb:GetItem', TABLE, true],
    ['an action without resources only by *', [allow('a:B', TABLE)], 'a:B', '*', false],
    ['resources by wildcard', [allow('dynamodb:GetItem', `${TABLE}*`)], 'dynamodb:GetItem', `${TABLE}2`, true],
    [
      'no wildcard reaches over a colon into the next part of an ARN',
      [allow('dynamodb:GetItem', 'arn:aws:dynamodb:us-*:table/orders')],
      'dynamodb:GetItem',
      TABLE,
      false,
    ],
    [
      'a dot is only a dot',
      [allow('secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:us-east-1:1:secret:a.b')],
      'secretsmanager:GetSecretValue',
      'arn:aws:secretsmanager:us-east-1:1:secret:axb',
      false,
    ],
    ['one of several', [allow(['a:B', 'dynamodb:GetItem'], ['x', TABLE])], 'dynamodb:GetItem', TABLE, true],
    [
      'not what is denied, whatever allows it',
      [allow('*', '*'), { Effect: 'Deny', Action: 'dynamodb:Put*', Resource: '*' }],
      'dynamodb:PutItem',
      TABLE,
      false,
    ],
    [
      'what a deny does not name',
      [allow('*', '*'), { Effect: 'Deny', Action: 'dynamodb:Put*', Resource: '*' }],
      'dynamodb:GetItem',
      TABLE,
      true,
    ],
    [
      'everything but NotAction',
      [{ Effect: 'Allow', NotAction: ['iam:*'], Resource: '*' }],
      'iam:PassRole',
      '*',
      false,
    ],
    [
      'everything but NotResource',
      [{ Effect: 'Allow', Action: '*', NotResource: TABLE }],
      'dynamodb:GetItem',
      `${TABLE}2`,
      true,
    ],
  ])('%s', (_what, statements, action, resource, expected) => {
    expect(iamWith(...statements).judge(ROLE, action, resource) === 'allowed').toBe(expected);
  });

  it('nothing for a role that does not exist', () => {
    expect(iamWith(allow('*', '*')).judge(`${ROLE}2`, 'a:B', '*')).toBe('not allowed');
  });

  it.each([
    ['StringEquals', 'Understudy', true],
    ['StringEquals', ['Other', 'Understudy'], true],
    ['StringEquals', 'Other', false],
    ['StringNotEquals', 'Other', true],
    ['StringNotEquals', ['Other', 'Understudy'], false],
    ['StringLike', 'Under*', true],
    ['StringNotLike', 'Under*', false],
  ])('a condition %s on %j', (operator, values, expected) => {
    const statement = allow('cloudwatch:PutMetricData', '*', { [operator]: { 'cloudwatch:namespace': values } });
    const context = { 'cloudwatch:namespace': 'Understudy' };
    expect(iamWith(statement).judge(ROLE, 'cloudwatch:PutMetricData', '*', context) === 'allowed').toBe(expected);
  });

  it('a condition on something that the request does not say is not met, unless it is negated', () => {
    const on = (operator: string) => allow('a:B', '*', { [operator]: { 'aws:SourceAccount': '1' } });
    expect(iamWith(on('StringEquals')).judge(ROLE, 'a:B', '*')).toBe('not allowed');
    expect(iamWith(on('StringNotEquals')).judge(ROLE, 'a:B', '*')).toBe('allowed');
  });

  it('tells an explicit deny from what nothing allows', () => {
    const iam = iamWith(allow('a:*', '*'), { Effect: 'Deny', Action: 'a:B', Resource: '*' });
    expect(iam.judge(ROLE, 'a:B', '*')).toBe('denied');
    expect(iam.judge(ROLE, 'b:B', '*')).toBe('not allowed');
  });

  it('policies attached later count too', () => {
    const iam = iamWith();
    const PolicyDocument = documentOf(allow('a:B', '*'));
    place(iam.resourceTypes, 'AWS::IAM::Policy', { PolicyName: 'later', PolicyDocument, Roles: ['worker'] });
    expect(iam.judge(ROLE, 'a:B', '*')).toBe('allowed');
  });
});

describe('what a policy may not say', () => {
  it.each([
    ['an unknown condition operator', allow('a:B', '*', { DateLessThan: { 'aws:SourceArn': 'x' } }), /DateLessThan/],
    ['an unknown condition key', allow('a:B', '*', { StringEquals: { 'aws:MultiFactorAuthAge': '1' } }), /MultiFactor/],
    ['a qualifier of operators', allow('a:B', '*', { 'ForAnyValue:StringLike': { 'aws:SourceArn': '*' } }), /ForAny/],
    ['an unknown element', { ...allow('a:B', '*'), When: 'later' }, /When/],
    ['no resource', { Effect: 'Allow', Action: 'a:B' }, /one of Resource and NotResource/],
    ['a principal', { ...allow('a:B', '*'), Principal: '*' }, /no Principal/],
  ])('%s', (_what, statement, message) => {
    expect(() => iamWith(statement)).toThrow(message);
  });

  it('bound a role: no template of ours does, so a permission boundary is refused and not ignored', () => {
    const AssumeRolePolicyDocument = trusting({ Service: 'lambda.amazonaws.com' });
    const PermissionsBoundary = 'arn:aws:iam::111122223333:policy/boundary';
    const { resourceTypes } = createIam('111122223333');
    expect(() => place(resourceTypes, 'AWS::IAM::Role', { AssumeRolePolicyDocument, PermissionsBoundary })).toThrow(
      /PermissionsBoundary/,
    );
  });

  it('attach an AWS managed policy whose statements nobody wrote down', () => {
    const AssumeRolePolicyDocument = trusting({ Service: 'lambda.amazonaws.com' });
    const ManagedPolicyArns = ['arn:aws:iam::aws:policy/AdministratorAccess'];
    const iam = createIam('111122223333');
    expect(() => place(iam.resourceTypes, 'AWS::IAM::Role', { AssumeRolePolicyDocument, ManagedPolicyArns })).toThrow(
      /AdministratorAccess is not simulated/,
    );
  });
});

describe('who may assume a role', () => {
  const iamTrusting = (Principal: unknown, Condition?: object) => {
    const iam = createIam('111122223333');
    const AssumeRolePolicyDocument = trusting(Principal, Condition);
    place(iam.resourceTypes, 'AWS::IAM::Role', { RoleName: 'worker', AssumeRolePolicyDocument });
    return iam;
  };

  it('the services that its trust policy names, and no others', () => {
    const iam = iamTrusting({ Service: ['events.amazonaws.com', 'states.amazonaws.com'] });
    expect(() => iam.assume(ROLE, 'states.amazonaws.com')).not.toThrow();
    expect(() => iam.assume(ROLE, 'lambda.amazonaws.com')).toThrow(
      `lambda.amazonaws.com is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`,
    );
  });

  it('on behalf of the resource that the trust policy names only', () => {
    const SourceArn = 'arn:aws:states:us-east-1:111122223333:stateMachine:*';
    const iam = iamTrusting({ Service: 'states.amazonaws.com' }, { ArnLike: { 'aws:SourceArn': SourceArn } });
    const as = (region: string) => ({ 'aws:SourceArn': `arn:aws:states:${region}:111122223333:stateMachine:failover` });
    expect(() => iam.assume(ROLE, 'states.amazonaws.com', as('us-east-1'))).not.toThrow();
    expect(() => iam.assume(ROLE, 'states.amazonaws.com', as('us-west-2'))).toThrow(/not authorized/);
    expect(() => iam.assume(ROLE, 'states.amazonaws.com')).toThrow(/not authorized/);
  });

  it('nobody, where only an account is trusted', () => {
    const iam = iamTrusting({ AWS: 'arn:aws:iam::111122223333:root' });
    expect(() => iam.assume(ROLE, 'lambda.amazonaws.com')).toThrow(/not authorized/);
  });
});
