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

/** What policies say: `denied` explicitly, or because nothing allows it. */
export type Judgement = 'allowed' | 'not allowed' | 'denied';

/**
 * What the statements together say of what is asked, and which of them: an explicit deny wins, then an allow, else it is
 * not allowed. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export const judge = (
  statements: readonly Statement[],
  question: Question,
): { readonly judgement: Judgement; readonly by: readonly Statement[] } => {
  const by = statements.filter((statement) => applies(statement, question));
  if (by.length === 0) return { judgement: 'not allowed', by };
  return { judgement: by.every(({ Effect }) => Effect === 'Allow') ? 'allowed' : 'denied', by };
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
