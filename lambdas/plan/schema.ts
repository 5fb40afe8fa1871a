import { z } from 'zod';
import { auroraGlobal } from '../resources/aurora-global/schema';
import { ecsService } from '../resources/ecs-service/schema';
import { gateParameter } from '../resources/gate-parameter/schema';
import { route53Records } from '../resources/route53-records/schema';
import { awsRegions, regionName } from './aws-regions';
import type { Plan } from './plan';

const region = z
  .string()
  .regex(regionName)
  .meta({ description: 'A commercial AWS Region.', examples: [...awsRegions] });

const objectives = z
  .strictObject({
    rtoSeconds: z
      .int()
      .positive()
      .meta({
        description: 'RTO: how long users may go unserved, from the first failed request on.',
        examples: ['15m'],
      }),
    rpoSeconds: z
      .int()
      .nonnegative()
      .meta({ description: 'RPO: how many seconds of acknowledged writes a failover may lose.', examples: ['5m'] }),
  })
  .meta({ description: 'What the business was promised; rehearsals and reports are judged by it.' });

const automation = z
  .strictObject({
    mode: z.enum(['observe', 'approve', 'automatic']).default('observe').meta({
      description: 'observe: only watch and report; approve: a person says yes; automatic: move without being asked.',
    }),
    // A vote counts for 45 s (S1): a shorter loss could be read from votes of before it ended.
    sustainedSeconds: z
      .int()
      .min(45)
      .default(90)
      .meta({ description: 'How long a Region must be lost before anything is decided.', examples: ['90s'] }),
    cooldownSeconds: z
      .int()
      .positive()
      .default(3_600)
      .meta({ description: 'After a move, nothing moves by itself for this long.', examples: ['60m'] }),
    maxPerDay: z
      .int()
      .positive()
      .default(2)
      .meta({ description: 'At most this many automatic moves in 24 hours.', examples: [2] }),
  })
  .prefault({})
  .meta({ description: 'How much Understudy may do by itself.' });

const workloadRegion = z.strictObject({
  name: region,
  share: z
    .int()
    .min(0)
    .max(100)
    .meta({ description: 'Percentage of the traffic on an ordinary day.', examples: [100] }),
});

const lease = z
  .strictObject({
    ttlSeconds: z
      .int()
      .positive()
      .default(120)
      .meta({ description: 'How long the active Region may write after its last renewal.', examples: ['120s'] }),
    renewSeconds: z
      .int()
      .positive()
      .default(15)
      .meta({ description: 'How often the active Region renews its lease.', examples: ['15s'] }),
    marginSeconds: z
      .int()
      .positive()
      .default(40)
      .meta({
        description: 'Write gates close this long before the lease ends: transaction, clock skew and pause fit in.',
        examples: ['40s'],
      }),
  })
  .prefault({})
  .meta({ description: 'Who holds the lease may write; see docs/glossary.md.' });

const authority = z
  .strictObject({
    regions: z.array(region).meta({
      description: 'Three Regions for the authority table, observers and traffic switches; cannot change later.',
      examples: [['us-east-1', 'us-east-2', 'us-west-2']],
    }),
    lease,
  })
  .meta({ description: 'Where it is decided who may act.' });

const check = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .meta({ description: 'The name of this check in evidence and messages.', examples: ['home'] }),
  kind: z.enum(['http', 'canary']).default('http').meta({
    description: 'http: GET, good when the status is 200; canary: POST that writes and reads back.',
  }),
  url: z
    .string()
    .regex(/^https?:\/\/[\w.{}-]+(:\d+)?(\/\S*)?$/)
    .meta({
      description: 'What is asked; {region} becomes the Region.',
      examples: ['https://{region}.shop.example/healthz'],
    }),
  // Observers vote every 10 s; a slower check would make them late.
  timeoutSeconds: z
    .int()
    .positive()
    .max(9)
    .default(4)
    .meta({ description: 'No answer after this long is a failure.', examples: ['4s'] }),
});

const notify = z
  .strictObject({
    sns: z
      .boolean()
      .default(true)
      .meta({ description: 'Publish notices to an SNS topic in every Region of the plan.' }),
    slack: z
      .strictObject({
        secret: z
          .string()
          .regex(/^[\w/+=.@-]+$/)
          .meta({
            description:
              "Name of a Secrets Manager secret with Slack's webhook URL, replicated to every Region of the plan.",
            examples: ['understudy/webshop/slack'],
          }),
      })
      .optional()
      .meta({ description: 'Post notices to Slack too.' }),
  })
  .prefault({})
  .meta({ description: 'Who is told about a run.' });

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
    resources: z
      .array(z.discriminatedUnion('kind', [auroraGlobal, ecsService, gateParameter, route53Records]))
      .min(1)
      .meta({ description: 'What moves in a failover; see docs/kinds.md.' }),
    notify,
  })
  .meta({ title: 'Understudy plan', description: 'One application, and how it is kept alive when a Region is lost.' });

planSchema satisfies z.ZodType<Plan>;
