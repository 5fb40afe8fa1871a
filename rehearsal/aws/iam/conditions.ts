import { arnFits, fits } from './wildcards';

/** What a request says of itself, by condition key. */
export type Context = Readonly<Record<string, string | readonly string[]>>;

type Test = (actual: string, expected: string) => boolean;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const operators: Readonly<Record<string, { readonly test: Test; readonly negated: boolean }>> = {
  StringEquals: { test: (actual, expected) => actual === expected, negated: false },
  StringNotEquals: { test: (actual, expected) => actual === expected, negated: true },
  StringLike: { test: fits, negated: false },
  StringNotLike: { test: fits, negated: true },
  ArnEquals: { test: arnFits, negated: false },
  ArnLike: { test: arnFits, negated: false },
  ArnNotEquals: { test: arnFits, negated: true },
  ArnNotLike: { test: arnFits, negated: true },
  // At least one of the request's values is at least one of the policy's.
  'ForAnyValue:StringEquals': { test: (actual, expected) => actual === expected, negated: false },
  Bool: { test: (actual, expected) => actual.toLowerCase() === expected.toLowerCase(), negated: false },
};

/** The keys that simulated requests carry. Any other key in a policy would be judged by guesswork. */
const keys = [
  'aws:RequestedRegion',
  'aws:SecureTransport',
  'aws:SourceAccount',
  'aws:SourceArn',
  'cloudwatch:namespace',
  'kms:ResourceAliases',
  'lambda:FunctionArn',
] as const;

/** Why a condition cannot be judged here; undefined where it can. */
export const unknownCondition = (operator: string, key: string): string | undefined => {
  if (!operators[operator]) {
    return `condition operator ${operator} is not simulated; known are ${Object.keys(operators).join(', ')}`;
  }
  if (!keys.some((known) => known.toLowerCase() === key.toLowerCase())) {
    return `condition key ${key} is not simulated; known are ${keys.join(', ')}`;
  }
  return undefined;
};

/** A key with several values is met by any of them; a negated operator, only by none; a key that is absent, by negation. */
export const conditionHolds = (operator: string, key: string, values: readonly string[], context: Context): boolean => {
  const known = operators[operator];
  if (!known) throw new Error(unknownCondition(operator, key));
  const actual = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
  const actuals = actual === undefined ? [] : [actual].flat();
  const met = actuals.some((one) => values.some((value) => known.test(one, value)));
  return known.negated ? !met : met;
};
