import * as z from 'zod';
import { auroraGlobal } from '../resources/aurora-global/schema';
import { ecsService } from '../resources/ecs-service/schema';
import { gateParameter } from '../resources/gate-parameter/schema';
import { route53Records } from '../resources/route53-records/schema';
import type { Plan } from './plan';
import { authority } from './sections/authority';
import { automation } from './sections/automation';
import { backup } from './sections/backup';
import { check } from './sections/check';
import { notify } from './sections/notify';
import { references } from './sections/references';
import { objectives } from './sections/objectives';
import { workloadRegion } from './sections/regions';
import { signal } from './sections/signal';
import { watch } from './sections/watch';
import { witness } from './sections/witness';

/** A parsed plan, strictly. `asWritten(planSchema)` is what people write. */
export const planSchema = z
  .strictObject({
    // 20 characters, so that the bucket's name fits into 63 (lambdas/plan/names.ts).
    application: z
      .string()
      .regex(/^[a-z](-?[a-z0-9])*$/)
      .max(20)
      .meta({ description: 'The name of the application; part of every name in AWS.', examples: ['webshop'] }),
    generation: z
      .int()
      .min(1)
      .max(99)
      .default(1)
      .meta({ description: 'Count up to deploy a second set beside the first.', examples: [1] }),
    traffic: z.enum(['active-passive']).meta({
      description: 'active-passive: one Region serves everybody, the others stand by.',
    }),
    objectives,
    automation,
    regions: z.array(workloadRegion).meta({
      description: 'The Regions the application can run in, in order of preference.',
      examples: [[{ name: 'us-east-1', share: 100 }]],
    }),
    authority,
    checks: z.array(check).meta({ description: 'Questions that tell whether the application works in a Region.' }),
    references,
    witness: witness.optional(),
    resources: z
      .array(z.discriminatedUnion('kind', [auroraGlobal, ecsService, gateParameter, route53Records]))
      .min(1)
      .meta({ description: 'What moves in a failover; see docs/kinds.md.' }),
    watch,
    backups: z.array(backup).prefault([]).meta({ description: 'Recovery points of databases, made on a schedule.' }),
    signals: z
      .array(signal)
      .max(10)
      .prefault([])
      .meta({ description: 'Alarms and health checks of yours that wake a failover up; it looks for itself (S4).' }),
    notify,
  })
  .meta({
    title: 'Understudy plan',
    description: 'One application, and how it is kept alive when a Region is lost.',
  }) satisfies z.ZodType<Plan>;
