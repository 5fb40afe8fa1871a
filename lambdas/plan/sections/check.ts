import * as z from 'zod';

/** A question asked of the application in every Region. */
export const check = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .meta({ description: 'The name of this check in evidence and messages.', examples: ['home'] }),
  kind: z.enum(['http', 'canary', 'certificate']).default('http').meta({
    description:
      'http: GET, good when the status is 200; canary: POST that writes and reads back; certificate: valid, and for the host.',
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
