import { conditionFailed } from '../errors';
import { meets } from '../expressions/condition';
import { parseCondition } from '../expressions/parse-condition';
import type { Placeholders } from '../expressions/placeholders';
import type { Item } from '../item';

/** Lets a write pass, or throws `ConditionalCheckFailedException`. */
export type Guard = (before: Item | undefined) => void;

/** The guard that a write's `ConditionExpression` describes; without one everything passes. */
export const guardOf = (
  input: {
    readonly ConditionExpression?: string;
    readonly ReturnValuesOnConditionCheckFailure?: 'ALL_OLD' | 'NONE';
  },
  placeholders: Placeholders,
): Guard => {
  if (input.ConditionExpression === undefined) return () => undefined;
  const condition = parseCondition('ConditionExpression', input.ConditionExpression, placeholders);
  return (before) => {
    if (meets(before, condition)) return;
    throw conditionFailed(input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' ? before : undefined);
  };
};
