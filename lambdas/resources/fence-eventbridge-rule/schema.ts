import * as z from 'zod';

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html */
const ruleName = z
  .string()
  .regex(/^[\w.-]+$/)
  .max(64);

/** EventBridge rules whose targets write, in every workload Region under the same names. */
export const fenceEventbridgeRule = z.strictObject({
  kind: z.literal('fence-eventbridge-rule').meta({
    description: 'A fence: disables EventBridge rules whose targets write.',
  }),
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .meta({ description: 'The name of this fence in evidence and messages.', examples: ['stop-billing'] }),
  rules: z
    .array(ruleName)
    .min(1)
    .max(10)
    .meta({ description: 'The rules to disable, the same names in every Region.', examples: [['webshop-billing']] }),
  bus: z
    .string()
    .regex(/^[\w.-]+$/)
    .max(256)
    .default('default')
    .meta({ description: 'The event bus of the rules.', examples: ['default'] }),
});

export type FenceEventbridgeRule = z.output<typeof fenceEventbridgeRule>;
