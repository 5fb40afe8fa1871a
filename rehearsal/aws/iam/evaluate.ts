import { conditionHolds, type Context } from './conditions';
import type { Statement } from './policy-document';
import { actionFits, arnFits } from './wildcards';

/** What is asked of policies. */
export interface Question {
  readonly action: string;
  /** An ARN, or `*` for an action without resource level; undefined for a trust policy, which has no resources. */
  readonly resource?: string;
  readonly context: Context;
}

/**
 * Whether the statements together allow what is asked: an explicit deny wins, then an allow, else it is denied.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export const isAllowed = (statements: readonly Statement[], question: Question): boolean => {
  const applying = statements.filter((statement) => applies(statement, question));
  return applying.length > 0 && applying.every(({ Effect }) => Effect === 'Allow');
};

const applies = (statement: Statement, { action, resource, context }: Question): boolean =>
  within(action, statement.Action, statement.NotAction, actionFits) &&
  (resource === undefined || within(resource, statement.Resource, statement.NotResource, arnFits)) &&
  Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => conditionHolds(operator, key, values, context)),
  );

const within = (
  actual: string,
  included: readonly string[] | undefined,
  excluded: readonly string[] | undefined,
  fits: (actual: string, pattern: string) => boolean,
): boolean =>
  included
    ? included.some((pattern) => fits(actual, pattern))
    : (excluded ?? []).every((pattern) => !fits(actual, pattern));
