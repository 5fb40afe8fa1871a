import { z } from 'zod';

/** An SSM parameter in every workload Region that holds the time until which its writers may write. */
export const gateParameter = z.strictObject({
  kind: z.literal('gate-parameter'),
  name: z.string().meta({ description: 'The name of this resource in evidence and messages.' }),
  parameter: z.string().startsWith('/').meta({ description: 'The SSM parameter, created by Understudy in every Region.' }),
});

export type GateParameter = z.output<typeof gateParameter>;
