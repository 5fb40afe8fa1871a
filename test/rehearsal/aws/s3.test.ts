import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { createKms } from '../../../rehearsal/aws/kms';
import { createS3 } from '../../../rehearsal/aws/s3/create-s3';
import { createWorld, type DrivenWorld } from '../../../rehearsal/world/create-world';
import { ask, authorization, createResource } from './ask-service';
import { createKey, tlsOnly } from './key';
import { sdkClient } from './sdk-client';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const BUCKET = 'understudy-webshop-evidence';

/** The properties of the evidence bucket as CDK writes them. */
const properties = (key: string) => ({
  BucketName: BUCKET,
  VersioningConfiguration: { Status: 'Enabled' },
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [
      { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key } },
    ],
  },
  ObjectLockEnabled: true,
  ObjectLockConfiguration: {
    ObjectLockEnabled: 'Enabled',
    Rule: { DefaultRetention: { Days: 365, Mode: 'GOVERNANCE' } },
  },
  PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
  OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
  LifecycleConfiguration: {
    Rules: [{ Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }],
  },
});

const create = () => {
  const kms = createKms(world, '111122223333');
  const key = createKey(kms);
  const s3 = createS3(world, kms);
  createResource(s3, 'AWS::S3::Bucket', properties(key));
  const put = (input: object, region?: string) =>
    ask(world, s3, 'PutObjectCommand', { Bucket: BUCKET, Key: 'run.json', Body: '{}', ...input }, region) as {
      ETag: string;
      VersionId?: string;
    };
  return { s3, key, put };
};

describe('an object', () => {
  it('is written and read by the real client, whatever the client adds to the request', async () => {
    const { s3, key } = create();
    const client = sdkClient(world, s3, S3Client);
    const where = { Bucket: BUCKET, Key: 'runs/1.json' };
    const request = { ...where, Body: '{"moved":true}', ContentType: 'application/json' };
    const put = await world.run(client.send(new PutObjectCommand(request)));
    expect(put).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: key });
    const got = await world.run(client.send(new GetObjectCommand(where)));
    expect(got).toMatchObject({ ETag: put.ETag, VersionId: put.VersionId, ContentType: 'application/json' });
    expect(await got.Body?.transformToString()).toBe('{"moved":true}');
    expect(s3.object(BUCKET, 'runs/1.json')).toBe('{"moved":true}');
    expect(s3.objects).toEqual([{ bucket: BUCKET, key: 'runs/1.json', region: 'us-east-1' }]);
  });

  it('is created only once with IfNoneMatch, so that evidence is never overwritten', () => {
    const { s3, put } = create();
    put({ Body: 'first', IfNoneMatch: '*' });
    expect(() => put({ Body: 'second', IfNoneMatch: '*' })).toThrow(
      expect.objectContaining({
        name: 'PreconditionFailed',
        message: 'At least one of the pre-conditions you specified did not hold',
        $metadata: { httpStatusCode: 412 },
      }),
    );
    expect(s3.object(BUCKET, 'run.json')).toBe('first');
  });

  it('is replaced with IfMatch only as long as it is the one that was read', () => {
    const { s3, put } = create();
    const { ETag } = put({ Body: 'first' });
    put({ Body: 'second', IfMatch: ETag });
    expect(() => put({ Body: 'third', IfMatch: ETag })).toThrow(
      expect.objectContaining({ name: 'PreconditionFailed' }),
    );
    expect(() => put({ Key: 'other', IfMatch: ETag })).toThrow(expect.objectContaining({ name: 'NoSuchKey' }));
    expect(s3.object(BUCKET, 'run.json')).toBe('second');
  });

  it('has a new version and ETag at each put where KMS encrypts it', () => {
    const { put } = create();
    const [one, other] = [put({}), put({})];
    expect(one.VersionId).not.toBe(other.VersionId);
    expect(one.ETag).not.toBe(other.ETag);
  });

  it('has the MD5 of its body as ETag where S3 encrypts it, and no version without versioning', () => {
    const { s3, put } = create();
    createResource(s3, 'AWS::S3::Bucket', { BucketName: 'plain' });
    const md5 = createHash('md5').update('{}').digest('hex');
    expect(put({ Bucket: 'plain' })).toMatchObject({ ETag: `"${md5}"`, VersionId: undefined });
  });

  it('S25 needs the permission to use the key of its bucket', () => {
    const { s3, key } = create();
    const where = { Bucket: BUCKET, Key: 'runs/1.json' };
    const resource = `arn:aws:s3:::${BUCKET}/runs/1.json`;
    expect(authorization(world, s3, 'PutObjectCommand', where)).toEqual([
      { action: 's3:PutObject', resource },
      { action: 'kms:GenerateDataKey', resource: key },
    ]);
    expect(authorization(world, s3, 'GetObjectCommand', where)).toEqual([
      { action: 's3:GetObject', resource },
      { action: 'kms:Decrypt', resource: key },
    ]);
  });

  it('is not found where there is none, or no bucket, or the bucket is elsewhere', () => {
    const { s3, put } = create();
    expect(() => ask(world, s3, 'GetObjectCommand', { Bucket: BUCKET, Key: 'none' })).toThrow(
      expect.objectContaining({ name: 'NoSuchKey', $metadata: { httpStatusCode: 404 } }),
    );
    expect(() => put({ Bucket: 'none' })).toThrow(expect.objectContaining({ name: 'NoSuchBucket' }));
    expect(() => put({}, 'us-west-2')).toThrow(expect.objectContaining({ name: 'PermanentRedirect' }));
    expect(s3.object('none', 'none')).toBeUndefined();
  });

  it('names a field on which nobody acts', () => {
    expect(() => create().put({ ACL: 'private' })).toThrow('PutObject.ACL is not simulated');
    expect(() => create().put({ IfNoneMatch: 'etag' })).toThrow(expect.objectContaining({ name: 'NotImplemented' }));
  });
});

describe('a bucket', () => {
  const declare = (changed: object) => () => {
    const kms = createKms(world, '111122223333');
    return createResource(createS3(world, kms), 'AWS::S3::Bucket', { ...properties(createKey(kms)), ...changed });
  };

  it('answers its name and ARN', () => {
    expect(declare({})()).toMatchObject({ ref: BUCKET, attributes: { Arn: `arn:aws:s3:::${BUCKET}` } });
  });

  it.each<[string, object, string]>([
    ['a name that DNS cannot hold', { BucketName: 'Evidence' }, 'BucketName'],
    ['a lock without versions', { VersioningConfiguration: { Status: 'Suspended' } }, 'needs VersioningConfiguration'],
    ['a lock that is off', { ObjectLockEnabled: false }, 'needs ObjectLockEnabled: true'],
    ['a property that nobody simulates', { ReplicationConfiguration: {} }, 'ReplicationConfiguration'],
    [
      'a key that is not there',
      {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/other' } },
          ],
        },
      },
      'no key alias/other in us-east-1',
    ],
  ])('is refused with %s', (_what, changed, message) => {
    expect(declare(changed)).toThrow(message);
  });

  it('has a name of its own in all Regions', () => {
    const { s3, key } = create();
    expect(() => createResource(s3, 'AWS::S3::Bucket', properties(key), { region: 'us-west-2' })).toThrow(
      `a bucket ${BUCKET} exists already`,
    );
  });

  it('may have a policy that refuses what does not come over TLS', () => {
    const { s3 } = create();
    const arn = `arn:aws:s3:::${BUCKET}`;
    const policy = (Bucket: string) => ({ Bucket, PolicyDocument: tlsOnly('s3:*', [arn, `${arn}/*`]) });
    expect(createResource(s3, 'AWS::S3::BucketPolicy', policy(BUCKET))).toEqual({ ref: BUCKET });
    expect(() => createResource(s3, 'AWS::S3::BucketPolicy', policy('other'))).toThrow('which does not exist');
  });
});
