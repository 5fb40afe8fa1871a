import { remembered } from '../../remembered';

/** Whether a text fits a pattern of IAM, in which `*` is any run of characters and `?` any one. */
export const fits = (text: string, pattern: string): boolean => expressionOf(pattern).test(text);

const expressionOf = remembered(
  (pattern) =>
    new RegExp(
      `^${pattern
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replace(/\*/g, '.*')
        .replace(/\?/g, '.')}$`,
      's',
    ),
);

/** Actions are compared without regard to case. */
export const actionFits = (action: string, pattern: string): boolean =>
  fits(action.toLowerCase(), pattern.toLowerCase());

/**
 * Whether an ARN fits a pattern: each of the six parts that colons separate is compared on its own, so no wildcard
 * reaches over the colon into the next part.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export const arnFits = (arn: string, pattern: string): boolean => {
  if (pattern === '*') return true;
  const [parts, patterns] = [sixParts(arn), sixParts(pattern)];
  return patterns.length === parts.length && patterns.every((part, at) => fits(parts[at] ?? '', part));
};

const sixParts = (arn: string): string[] => {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
};
