import { z } from 'zod';
import { unknownCondition } from './conditions';

/** Policies may write one thing where a list of it is meant. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(item).nonempty().readonly());

const texts = listOf(z.string());

/** Numbers and booleans are as good as their texts: `"aws:SecureTransport": false`. */
const conditionValues = listOf(z.union([z.string(), z.boolean(), z.number()]).transform(String));

const condition = z.record(z.string(), z.record(z.string(), conditionValues)).superRefine((operators, context) => {
  for (const [operator, keys] of Object.entries(operators)) {
    for (const key of Object.keys(keys)) {
      const message = unknownCondition(operator, key);
      if (message) context.addIssue({ code: 'custom', message, path: [operator, key] });
    }
  }
});

const statement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: z.union([z.literal('*'), z.strictObject({ Service: texts.optional(), AWS: texts.optional() })]).optional(),
  Action: texts.optional(),
  NotAction: texts.optional(),
  Resource: texts.optional(),
  NotResource: texts.optional(),
  Condition: condition.optional(),
});

const documentOf = (kind: z.ZodType<Statement>) =>
  z.strictObject({ Version: z.literal('2012-10-17'), Id: z.string().optional(), Statement: listOf(kind) });

export type Statement = z.output<typeof statement>;

/** What a role may do: actions and resources, and no principal. */
export const identityPolicy = documentOf(
  statement.refine(
    ({ Action, NotAction, Resource, NotResource, Principal }) =>
      !Action !== !NotAction && !Resource !== !NotResource && !Principal,
    'a statement of an identity policy has one of Action and NotAction, one of Resource and NotResource, no Principal',
  ),
);

/** Who may assume a role: principals and actions, and no resource. */
export const trustPolicy = documentOf(
  statement.refine(
    ({ Action, Principal, Resource, NotResource, NotAction }) =>
      Action && Principal && !Resource && !NotResource && !NotAction,
    'a statement of a trust policy has Action and Principal, and no Resource',
  ),
);
