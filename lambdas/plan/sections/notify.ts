import * as z from 'zod';

/** Who is told, and over which channels. */
export const notify = z
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
