import fc from 'fast-check';
import { judge, type Judgement, type Question } from '../../../../rehearsal/aws/iam/evaluate';
import type { Statement } from '../../../../rehearsal/aws/iam/policy-document';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html

const ARN = 'arn:aws:dynamodb:us-east-1:111122223333:table/';

/** Few names, so that patterns and questions meet. */
const actions = fc.constantFrom('dynamodb:GetItem', 'dynamodb:PutItem', 'DynamoDB:getitem', 'sns:Publish');
const resources = fc.constantFrom(`${ARN}orders`, `${ARN}orders2`, `${ARN}items`);
const actionPatterns = fc.constantFrom('dynamodb:GetItem', 'dynamodb:*', 'dynamodb:?utItem', 'sns:Publish', '*');
const resourcePatterns = fc.constantFrom(`${ARN}orders`, `${ARN}order*`, `${ARN}*`, '*', 'arn:aws:sns:*:*:topic');
const oneOrMore = (one: fc.Arbitrary<string>) => fc.array(one, { minLength: 1, maxLength: 2 });

const region = (value: string) => ({ StringEquals: { 'aws:RequestedRegion': [value] } });
const conditions = fc.option(fc.constantFrom(region('us-east-1'), region('us-west-2')), { nil: undefined });

const statementsOf = (Effect: 'Allow' | 'Deny'): fc.Arbitrary<Statement> =>
  fc
    .record({
      acts: oneOrMore(actionPatterns),
      not: fc.boolean(),
      Resource: oneOrMore(resourcePatterns),
      Condition: conditions,
    })
    .map(
      ({ acts, not, Resource, Condition }) =>
        ({ Effect, ...(not ? { NotAction: acts } : { Action: acts }), Resource, Condition }) as unknown as Statement,
    );
const allows = statementsOf('Allow');
const denies = statementsOf('Deny');
const policies = fc.array(fc.oneof(allows, denies), { maxLength: 5 });

const questions: fc.Arbitrary<Question> = fc.record({
  action: actions,
  resource: resources,
  context: fc.constantFrom<Question['context']>({}, { 'aws:RequestedRegion': 'us-east-1' }),
});

const says = (policy: readonly Statement[], question: Question): Judgement => judge(policy, question).judgement;
const RUNS = { numRuns: 200, seed: 1 };

it('allows nothing where no statement does', () => {
  fc.assert(
    fc.property(fc.array(denies, { maxLength: 4 }), questions, (policy, question) => {
      expect(says(policy, question)).not.toBe('allowed');
    }),
    RUNS,
  );
  expect(says([], { action: 'sns:Publish', resource: `${ARN}orders`, context: {} })).toBe('not allowed');
});

it('lets a deny win over whatever else is said, in any order', () => {
  fc.assert(
    fc.property(policies, denies, questions, fc.nat(5), (policy, deny, question, at) => {
      const isDenied = says([deny], question) === 'denied';
      const together = says([...policy.slice(0, at), deny, ...policy.slice(at)], question);
      expect(together).toBe(isDenied ? 'denied' : says(policy, question));
    }),
    RUNS,
  );
});

it('takes nothing away by one more allow, and adds nothing but what that one allows', () => {
  fc.assert(
    fc.property(policies, allows, questions, (policy, allow, question) => {
      const [before, alone, after] = [policy, [allow], [...policy, allow]].map((one) => says(one, question));
      if (before === 'not allowed') expect(after).toBe(alone);
      else expect(after).toBe(before);
    }),
    RUNS,
  );
});

it('says the same of the same statements in any order, and names only such as apply', () => {
  fc.assert(
    fc.property(policies, questions, (policy, question) => {
      const { judgement, by } = judge(policy, question);
      expect(says([...policy].reverse(), question)).toBe(judgement);
      expect(says([...by], question)).toBe(judgement);
    }),
    RUNS,
  );
});
