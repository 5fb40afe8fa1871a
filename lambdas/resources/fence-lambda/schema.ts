import * as z from 'zod';

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html: the name alone has at most 64 characters. */
const functionName = z
  .string()
  .regex(/^[\w-]+$/)
  .max(64);

/** Lambda functions that write, in every workload Region under the same names. */
export const fenceLambda = z.strictObject({
  kind: z.literal('fence-lambda').meta({
    description: 'A fence: no invocation of these functions any more, and their event sources off.',
  }),
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .meta({ description: 'The name of this fence in evidence and messages.', examples: ['stop-consumers'] }),
  functions: z
    .array(functionName)
    .min(1)
    .max(10)
    .meta({
      description: 'The functions to stop, the same names in every Region.',
      examples: [['webshop-orders']],
    }),
});

export type FenceLambda = z.output<typeof fenceLambda>;
