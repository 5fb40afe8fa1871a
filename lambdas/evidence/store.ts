import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { critical } from '../aws';
import type { Outside } from '../outside';
import type { Region } from '../plan/plan';
import type { Evidence } from './compose';

/** Where a run's evidence lies in the bucket. */
export const evidenceKey = (run: string): string => `runs/${run}/evidence.json`;

/** Stores evidence in the Region's bucket; the bucket's versions and object lock keep every one (S25). */
export const storeEvidence = async (
  { aws }: Outside,
  bucket: string,
  region: Region,
  evidence: Evidence,
): Promise<string> => {
  const Key = evidenceKey(evidence.run);
  await aws(S3Client, critical(region)).send(
    new PutObjectCommand({
      Bucket: bucket,
      Key,
      Body: `${JSON.stringify(evidence, null, 2)}\n`,
      ContentType: 'application/json',
    }),
  );
  return `s3://${bucket}/${Key}`;
};
