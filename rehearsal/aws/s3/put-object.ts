import { NoSuchKey, PutObjectCommand, ServerSideEncryption, type PutObjectCommandInput } from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import type { World } from '../../world/world';
import { NotSimulated, onlyFields } from '../not-simulated';
import { operation } from '../operation';
import { uuid } from '../uuid';
import { bucketOf, failure, type Bucket, type StoredObject } from './buckets';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export const putObject = (world: World, buckets: ReadonlyMap<string, Bucket>) =>
  operation(PutObjectCommand, {
    authorize: ({ Bucket, Key }) => {
      const keyArn = buckets.get(Bucket ?? '')?.keyArn;
      return [
        { action: 's3:PutObject', resource: `arn:aws:s3:::${Bucket}/${Key}` },
        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
        ...(keyArn ? [{ action: 'kms:GenerateDataKey', resource: keyArn }] : []),
      ];
    },
    latency: 'api.write',
    run: (input, call) => {
      // The SDK computes checksums itself.
      onlyFields('PutObject', input, fields);
      const bucket = bucketOf(buckets, input.Bucket, call);
      if (!input.Key) throw new NotSimulated('PutObject without a Key is not simulated; name the object');
      assertPrecondition(input, bucket.objects.get(input.Key));
      const body = bytesOf(input.Body);
      const versionId = bucket.versioned ? uuid(world.random('s3.version-id')).replaceAll('-', '') : undefined;
      // Only without KMS is an ETag the MD5 of the body: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html
      const hash = createHash('md5').update(body);
      if (bucket.keyArn) hash.update(`${bucket.keyArn} ${versionId}`);
      const etag = `"${hash.digest('hex')}"`;
      const modifiedAt = world.clock.now();
      bucket.objects.set(input.Key, { body, etag, versionId, contentType: input.ContentType, modifiedAt });
      return {
        ETag: etag,
        VersionId: versionId,
        ServerSideEncryption: bucket.keyArn ? ServerSideEncryption.aws_kms : ServerSideEncryption.AES256,
        SSEKMSKeyId: bucket.keyArn,
      };
    },
  });

const fields = [
  'Bucket',
  'Key',
  'Body',
  'ContentType',
  'IfMatch',
  'IfNoneMatch',
  'ChecksumAlgorithm',
  'ChecksumCRC32',
] as const;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
const assertPrecondition = ({ IfMatch, IfNoneMatch }: PutObjectCommandInput, existing: StoredObject | undefined) => {
  if (IfNoneMatch !== undefined && IfNoneMatch !== '*')
    throw failure(501, 'NotImplemented', 'A header you provided implies functionality that is not implemented');
  if (IfMatch !== undefined && !existing)
    throw new NoSuchKey({ message: 'The specified key does not exist.', $metadata: { httpStatusCode: 404 } });
  if ((IfNoneMatch && existing) || (IfMatch !== undefined && unquoted(IfMatch) !== unquoted(existing?.etag)))
    throw failure(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
};

const unquoted = (etag: string | undefined) => etag?.replaceAll('"', '');

const bytesOf = (body: PutObjectCommandInput['Body']): Buffer => {
  if (body === undefined) return Buffer.alloc(0);
  if (typeof body === 'string' || body instanceof Uint8Array) return Buffer.from(body);
  throw new NotSimulated('PutObject.Body as a stream is not simulated; pass a string or bytes');
};
