import { accessDenied } from '../../../../rehearsal/aws/endpoint/access-denied';

const refused = {
  roleArn: 'arn:aws:iam::111122223333:role/path/to/fence',
  session: 'shop-fence',
  action: 'ssm:PutParameter',
  resource: 'arn:aws:ssm:us-east-1:111122223333:parameter/gate',
};
const WHO =
  'User: arn:aws:sts::111122223333:assumed-role/fence/shop-fence is not authorized to perform: ssm:PutParameter ' +
  'on resource: arn:aws:ssm:us-east-1:111122223333:parameter/gate';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
it.each([
  ['not allowed', `${WHO} because no identity-based policy allows the ssm:PutParameter action`],
  ['denied', `${WHO} with an explicit deny in an identity-based policy`],
] as const)('says in the words of AWS that a call is %s', (judgement, message) => {
  expect(accessDenied('ssm', { ...refused, judgement })).toMatchObject({
    name: 'AccessDeniedException',
    message,
  });
});

it('refuses to make up how a client it does not know words it', () => {
  expect(() => accessDenied('glue', { ...refused, judgement: 'denied' })).toThrow(/glue/);
});
