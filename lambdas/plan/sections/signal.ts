import * as z from 'zod';
import { region } from './regions';

/** An alarm or a health check of the user's that wakes a failover up; it decides nothing (S4). */
export const signal = z.strictObject({
  // 100 characters, so that ten of them fit into the 2,048 of an event pattern:
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
  alarm: z
    .string()
    .regex(/^[\w ./()#+@=,-]+$/)
    .max(100)
    .optional()
    .meta({
      description: 'The name of a metric or composite alarm that is already there.',
      examples: ['shop-orders-failing'],
    }),
  in: region.optional().meta({ description: 'The Region of the alarm.', examples: ['us-east-2'] }),
  healthCheck: z
    .uuid()
    .optional()
    .meta({
      description: 'The id of a Route 53 health check that is already there; its alarm is made in us-east-1.',
      examples: ['abcdef11-2222-4333-8444-555555fedcba'],
    }),
  lost: region.meta({ description: 'The Region that it suspects of being lost.', examples: ['us-east-1'] }),
});
