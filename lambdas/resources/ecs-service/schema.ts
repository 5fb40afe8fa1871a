import * as z from 'zod';

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html: letters, digits, hyphens, underscores. */
const ecsName = z
  .string()
  .regex(/^[\w-]+$/)
  .max(255);

/** An ECS service that runs under the same names in every workload Region. */
export const ecsService = z.strictObject({
  kind: z.literal('ecs-service').meta({ description: 'An ECS service; scaled up where it takes over.' }),
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .meta({ description: 'The name of this resource in evidence and messages.', examples: ['web'] }),
  cluster: ecsName.meta({ description: 'The ECS cluster, the same name in every Region.', examples: ['webshop'] }),
  service: ecsName.meta({ description: 'The ECS service, the same name in every Region.', examples: ['web'] }),
  tasks: z
    .int()
    .positive()
    .meta({ description: 'Tasks that the active Region needs; a failover scales the target to it.', examples: [6] }),
});

export type EcsService = z.output<typeof ecsService>;
