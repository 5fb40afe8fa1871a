import { z } from 'zod';

const oneOrMany = z.union([z.string(), z.array(z.string())]);

/**
 * A policy of a bucket or topic that refuses whatever does not come over TLS. It has no effect in a rehearsal, because
 * the SDK always uses TLS. Every other statement is an error, since only the policies of roles are evaluated.
 */
export const transportPolicy = z.strictObject({
  Version: z.literal('2012-10-17'),
  Statement: z.array(
    z.strictObject({
      Sid: z.string().optional(),
      Effect: z.literal('Deny', { error: 'only the Deny of calls without TLS is simulated; allow by roles instead' }),
      Principal: z.union([z.literal('*'), z.strictObject({ AWS: z.literal('*') })]),
      Action: oneOrMany,
      Resource: oneOrMany,
      Condition: z.strictObject({ Bool: z.strictObject({ 'aws:SecureTransport': z.literal('false') }) }),
    }),
  ),
});

/**
 * A key policy that leaves permissions to the roles of the account, as CDK writes it; services may be named besides.
 * Without that, no role's policy would count: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export const keyPolicy = z
  .strictObject({
    Version: z.literal('2012-10-17'),
    Statement: z.array(
      z.strictObject({
        Sid: z.string().optional(),
        Effect: z.literal('Allow', { error: 'only Allow is simulated in a key policy' }),
        Principal: z.union([
          z.strictObject({ AWS: z.string().regex(/^arn:aws:iam::\d{12}:root$/, 'only the account may be named') }),
          // What a service may do with the key does not concern our roles.
          z.strictObject({ Service: oneOrMany }),
        ]),
        Action: oneOrMany,
        Resource: z.literal('*'),
        Condition: z.record(z.string(), z.unknown()).optional(),
      }),
    ),
  })
  .refine(
    ({ Statement }) =>
      Statement.some(
        ({ Principal, Action, Condition }) =>
          'AWS' in Principal && [Action].flat().includes('kms:*') && Condition === undefined,
      ),
    { error: 'must allow kms:* to the account, or the policies of its roles do not count' },
  );
