import { GetObjectCommand, NoSuchKey, ServerSideEncryption, type GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { sdkStreamMixin } from '@smithy/core/serde';
import { Readable } from 'node:stream';
import { onlyFields } from '../not-simulated';
import { operation } from '../operation';
import { bucketOf, type Bucket } from './buckets';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
export const getObject = (buckets: ReadonlyMap<string, Bucket>) =>
  operation(GetObjectCommand, {
    authorize: ({ Bucket, Key }) => {
      const keyArn = buckets.get(Bucket ?? '')?.keyArn;
      return [
        { action: 's3:GetObject', resource: `arn:aws:s3:::${Bucket}/${Key}` },
        ...(keyArn ? [{ action: 'kms:Decrypt', resource: keyArn }] : []),
      ];
    },
    latency: 'api.read',
    run: (input, call) => {
      onlyFields('GetObject', input, ['Bucket', 'Key', 'ChecksumMode']);
      const bucket = bucketOf(buckets, input.Bucket, call);
      const object = bucket.objects.get(input.Key ?? '');
      if (!object)
        throw new NoSuchKey({ message: 'The specified key does not exist.', $metadata: { httpStatusCode: 404 } });
      return {
        Body: sdkStreamMixin(Readable.from([object.body])) as GetObjectCommandOutput['Body'],
        ContentLength: object.body.byteLength,
        ContentType: object.contentType ?? 'application/octet-stream',
        ETag: object.etag,
        LastModified: new Date(object.modifiedAt),
        VersionId: object.versionId,
        ServerSideEncryption: bucket.keyArn ? ServerSideEncryption.aws_kms : ServerSideEncryption.AES256,
        SSEKMSKeyId: bucket.keyArn,
      };
    },
  });
