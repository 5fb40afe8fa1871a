import * as z from 'zod';

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html: letters, digits, hyphens, underscores. */
const ecsName = z
  .string()
  .regex(/^[\w-]+$/)
  .max(255);

/** An ECS service whose tasks write, in every workload Region under the same names. */
export const fenceEcs = z.strictObject({
  kind: z.literal('fence-ecs').meta({ description: 'A fence: stops every task of an ECS service that writes.' }),
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .meta({ description: 'The name of this fence in evidence and messages.', examples: ['stop-workers'] }),
  cluster: ecsName.meta({ description: 'The ECS cluster, the same name in every Region.', examples: ['webshop'] }),
  service: ecsName.meta({
    description: 'The ECS service to stop, such as a queue worker; not the one that answers the checks.',
    examples: ['worker'],
  }),
});

export type FenceEcs = z.output<typeof fenceEcs>;
