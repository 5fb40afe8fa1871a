import {
  CreateBucketCommand,
  GetObjectCommand,
  PutBucketEncryptionCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { ContractCase, ServiceContract } from '../contract-case';
import { step } from '../step';

const Bucket = 'understudy-webshop-evidence';
const Key = 'runs/1/evidence.json';
const object = { Bucket, Key, ContentType: 'application/json' };

/** A bucket with versions, as the evidence has. */
const prepare: ContractCase['prepare'] = {
  simulated: ({ cloud, create }) =>
    void create(cloud.s3, 'AWS::S3::Bucket', {
      BucketName: Bucket,
      VersioningConfiguration: { Status: 'Enabled' },
    }),
  moto: async ({ client }) => {
    const s3 = client(S3Client);
    await s3.send(new CreateBucketCommand({ Bucket }));
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
    // S3 encrypts every new bucket so: https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html
    const Rules = [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' as const } }];
    await s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules } }));
  },
};

const put = (Body: string, more: { readonly IfMatch?: string; readonly IfNoneMatch?: string } = {}) =>
  step(S3Client, PutObjectCommand, { ...object, Body, ...more }, { varies: ['VersionId'] });
const get = step(S3Client, GetObjectCommand, { Bucket, Key }, { varies: ['VersionId'] });

/** S3, in which the evidence's bucket stands. */
export const s3: ServiceContract = {
  client: 'S3Client',
  model: 's3',
  documentation: (operation) => `https://docs.aws.amazon.com/AmazonS3/latest/API/API_${operation}.html`,
  cases: [
    { name: 'an object is what was put last', prepare, steps: [put('{}'), get, put('{"moved":true}'), get] },
    {
      name: 'of two who must not overwrite, the first wins',
      prepare,
      steps: [put('first', { IfNoneMatch: '*' }), put('second', { IfNoneMatch: '*' }), get],
    },
    {
      name: 'an object is replaced only if it is the one that was read',
      prepare,
      steps: [
        put('{}'),
        put('other', { IfMatch: '"00000000000000000000000000000000"' }),
        put('changed', { IfMatch: '"99914b932bd37a50b983c5e7c90ae93b"' }),
        get,
      ],
    },
    {
      name: 'what is not there is not found',
      prepare,
      steps: [
        get,
        step(S3Client, GetObjectCommand, { Bucket: 'nobody-has-this-bucket', Key }),
        step(S3Client, PutObjectCommand, { ...object, Bucket: 'nobody-has-this-bucket', Body: '{}' }),
        put('x', { IfMatch: '"99914b932bd37a50b983c5e7c90ae93b"' }),
      ],
    },
  ],
};
