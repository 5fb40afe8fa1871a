import * as z from 'zod';
import { approval } from './approval';

const because = z
  .string()
  .min(1)
  .meta({ description: 'Why, for whoever reads the verdict.', examples: ['year end'] });

/** A time that comes once. */
const freeze = z.strictObject({
  from: z.iso.datetime().meta({ description: 'When it begins, in UTC.', examples: ['2026-12-23T12:00:00Z'] }),
  until: z.iso.datetime().meta({ description: 'When it ends, in UTC.', examples: ['2026-12-28T06:00:00Z'] }),
  because,
});

/** A time that comes every week. */
const maintenance = z.strictObject({
  days: z
    .array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))
    .min(1)
    .meta({ description: 'On which days it begins, in UTC.', examples: [['sun']] }),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .meta({ description: 'When it begins, in UTC.', examples: ['02:00'] }),
  forSeconds: z
    .int()
    .positive()
    .max(86_400)
    .meta({ description: 'How long it lasts; at most a day.', examples: ['2h'] }),
  because,
});

/** How much may be done without a person. */
export const automation = z
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
    approval,
    freezes: z
      .array(freeze)
      .prefault([])
      .meta({ description: 'Times in which nothing moves by itself; a person may move it.' }),
    maintenance: z
      .array(maintenance)
      .prefault([])
      .meta({ description: 'Times of the week in which nothing moves by itself; a person may move it.' }),
  })
  .prefault({})
  .meta({ description: 'How much Understudy may do by itself.' });
