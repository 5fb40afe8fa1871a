import type { JourneySite } from './site';
import type { Use } from './use';

/** The evidence bucket of this Region: new objects only; nobody reads, changes or deletes them. */
export const evidence: Use<JourneySite> = ({ partition, evidenceBucket, keyArn, keyConditions }) => ({
  environment: { EVIDENCE_BUCKET: evidenceBucket },
  permissions: [
    { actions: ['s3:PutObject'], resources: [`arn:${partition}:s3:::${evidenceBucket}/*`] },
    {
      // https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
      actions: ['kms:GenerateDataKey'],
      resources: [keyArn],
      conditions: keyConditions,
    },
  ],
});
