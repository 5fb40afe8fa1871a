import * as z from 'zod';

/** An SSM parameter in every workload Region that holds the time until which its writers may write. */
export const gateParameter = z.strictObject({
  kind: z
    .literal('gate-parameter')
    .meta({ description: 'The write gate: says until when writers may write, and closes by itself.' }),
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .meta({ description: 'The name of this resource in evidence and messages.', examples: ['gate'] }),
  /** Names below /aws and /ssm are reserved: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html */
  parameter: z
    .string()
    .regex(/^(?!\/([aA][wW][sS]|[sS][sS][mM]))(\/[\w.-]+)+$/)
    .meta({
      description: 'The path of the SSM parameter, which Understudy creates in every Region of the plan.',
      examples: ['/understudy/webshop/gate'],
    }),
});

export type GateParameter = z.output<typeof gateParameter>;
