import { resourceType } from '../../deploy/resource-type';
import type { World } from '../../world/world';
import type { Kms } from '../services/security';
import type { S3 } from '../services/storage';
import { bucketPolicyProperties, bucketProperties, keyOfBucket } from './bucket';
import type { Bucket } from './buckets';
import { getObject } from './get-object';
import { putObject } from './put-object';

/** S3, with buckets that keep the newest version of each object. */
export const createS3 = (world: World, kms: Kms): S3 => {
  const buckets = new Map<string, Bucket>();
  return {
    client: 'S3Client',
    operations: [putObject(world, buckets), getObject(buckets)],
    resourceTypes: [
      resourceType('AWS::S3::Bucket', bucketProperties, (properties, { region }) => {
        const { BucketName: name, VersioningConfiguration } = properties;
        if (buckets.has(name)) throw new Error(`a bucket ${name} exists already; names are unique in all Regions`);
        const key = keyOfBucket(properties);
        buckets.set(name, {
          name,
          region,
          versioned: VersioningConfiguration?.Status === 'Enabled',
          keyArn: key && kms.keyArn(region, key),
          objects: new Map(),
        });
        const domain = `${name}.s3.${region}.amazonaws.com`;
        return { ref: name, attributes: { Arn: `arn:aws:s3:::${name}`, RegionalDomainName: domain } };
      }),
      resourceType('AWS::S3::BucketPolicy', bucketPolicyProperties, ({ Bucket }, { logicalId }) => {
        if (!buckets.has(Bucket)) throw new Error(`${logicalId}: Bucket names ${Bucket}, which does not exist`);
        return { ref: Bucket };
      }),
    ],
    object: (bucket, key) => buckets.get(bucket)?.objects.get(key)?.body.toString('utf8'),
    get objects() {
      return [...buckets.values()].flatMap(({ name, region, objects }) =>
        [...objects.keys()].map((key) => ({ bucket: name, key, region })),
      );
    },
  };
};
