import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import type { Site } from '../uses/site';

/** Evidence of runs that took over in this Region; nobody without a special permission can change it for a year. */
export const evidenceBucket = (scope: Construct, { plan, account, region }: Site, key: IKey): Bucket =>
  new Bucket(scope, 'evidence', {
    bucketName: names(plan).evidenceBucket(account, region),
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    versioned: true,
    objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(365)),
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
