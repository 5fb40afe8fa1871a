import { z } from 'zod';

/** An ECS service that runs under the same names in every workload Region. */
export const ecsService = z.strictObject({
  kind: z.literal('ecs-service'),
  name: z.string().meta({ description: 'The name of this resource in evidence and messages.' }),
  cluster: z.string().meta({ description: 'The ECS cluster, the same name in every Region.' }),
  service: z.string().meta({ description: 'The ECS service, the same name in every Region.' }),
  tasks: z.int().positive().meta({ description: 'Tasks that the active Region needs; failover scales the target to it.' }),
});

export type EcsService = z.output<typeof ecsService>;
