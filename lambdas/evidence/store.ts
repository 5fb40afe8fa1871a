import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { critical } from '../aws';
import type { Outside } from '../outside';
import type { Region } from '../plan/plan';
import type { Evidence } from './compose';
import { renderReport } from './report/render-report';

/** Where a run's evidence lies in the bucket. */
export const evidenceKey = (run: string): string => `runs/${run}/evidence.json`;

/** Where the page for people lies, beside the evidence. */
export const reportKey = (run: string): string => `runs/${run}/report.html`;

/** Stores evidence in the Region's bucket; the bucket's versions and object lock keep every one (S25). */
export const storeEvidence = (outside: Outside, bucket: string, region: Region, evidence: Evidence): Promise<string> =>
  put(outside, bucket, region, {
    Key: evidenceKey(evidence.run),
    Body: `${JSON.stringify(evidence, null, 2)}\n`,
    ContentType: 'application/json',
  });

/** Stores the same evidence as a page that a browser shows. */
export const storeReport = async (
  outside: Outside,
  bucket: string,
  region: Region,
  evidence: Evidence,
): Promise<string> =>
  put(outside, bucket, region, {
    Key: reportKey(evidence.run),
    Body: renderReport(evidence),
    ContentType: 'text/html; charset=utf-8',
  });

const put = async (
  { aws }: Outside,
  bucket: string,
  region: Region,
  object: { readonly Key: string; readonly Body: string; readonly ContentType: string },
): Promise<string> => {
  await aws(S3Client, critical(region)).send(new PutObjectCommand({ Bucket: bucket, ...object }));
  return `s3://${bucket}/${object.Key}`;
};
