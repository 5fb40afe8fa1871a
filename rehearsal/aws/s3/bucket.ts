import { z } from 'zod';
import { transportPolicy } from '../policies';
import { tags } from '../tags';

const encryption = z.strictObject({
  ServerSideEncryptionConfiguration: z.tuple([
    z.strictObject({
      ServerSideEncryptionByDefault: z.union([
        z.strictObject({ SSEAlgorithm: z.literal('AES256') }),
        z.strictObject({ SSEAlgorithm: z.literal('aws:kms'), KMSMasterKeyID: z.string() }),
      ]),
      // Saves calls to KMS; the permission that a caller needs is the same.
      BucketKeyEnabled: z.boolean().optional(),
    }),
  ]),
});

const objectLock = z.strictObject({
  ObjectLockEnabled: z.literal('Enabled'),
  Rule: z
    .strictObject({
      DefaultRetention: z.strictObject({
        Mode: z.enum(['GOVERNANCE', 'COMPLIANCE']),
        Days: z.number().int().positive().optional(),
        Years: z.number().int().positive().optional(),
      }),
    })
    .optional(),
});

/** The properties of `AWS::S3::Bucket`. */
export const bucketProperties = z
  .strictObject({
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    BucketName: z.string().regex(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/),
    VersioningConfiguration: z.strictObject({ Status: z.enum(['Enabled', 'Suspended']) }).optional(),
    BucketEncryption: encryption.optional(),
    // Retention forbids deletions, which nobody simulates.
    ObjectLockEnabled: z.boolean().optional(),
    ObjectLockConfiguration: objectLock.optional(),
    // Nobody outside the account asks, and there are no access control lists.
    PublicAccessBlockConfiguration: z
      .strictObject({
        BlockPublicAcls: z.boolean(),
        BlockPublicPolicy: z.boolean(),
        IgnorePublicAcls: z.boolean(),
        RestrictPublicBuckets: z.boolean(),
      })
      .partial()
      .optional(),
    OwnershipControls: z
      .strictObject({ Rules: z.array(z.strictObject({ ObjectOwnership: z.literal('BucketOwnerEnforced') })) })
      .optional(),
    // A rehearsal is shorter than a day, the shortest time that a rule can name.
    LifecycleConfiguration: z
      .strictObject({ Rules: z.array(z.looseObject({ Status: z.enum(['Enabled', 'Disabled']) })) })
      .optional(),
    Tags: tags.optional(),
  })
  .refine((bucket) => !bucket.ObjectLockConfiguration || bucket.ObjectLockEnabled, {
    error: 'needs ObjectLockEnabled: true',
    path: ['ObjectLockConfiguration'],
  })
  .refine((bucket) => !bucket.ObjectLockEnabled || bucket.VersioningConfiguration?.Status === 'Enabled', {
    error: 'needs VersioningConfiguration with Status Enabled',
    path: ['ObjectLockEnabled'],
  });

/** The properties of `AWS::S3::BucketPolicy`. */
export const bucketPolicyProperties = z.strictObject({ Bucket: z.string(), PolicyDocument: transportPolicy });

/** The key that encrypts new objects, as the template names it; undefined where S3's own does. */
export const keyOfBucket = ({ BucketEncryption }: z.output<typeof bucketProperties>): string | undefined => {
  const byDefault = BucketEncryption?.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault;
  return byDefault?.SSEAlgorithm === 'aws:kms' ? byDefault.KMSMasterKeyID : undefined;
};
