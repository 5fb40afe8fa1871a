import { NoSuchBucket, S3ServiceException } from '@aws-sdk/client-s3';
import type { Call } from '../operation';

/** One version of an object. */
export interface StoredObject {
  readonly body: Buffer;
  readonly etag: string;
  /** Undefined in a bucket without versioning. */
  readonly versionId?: string;
  readonly contentType?: string;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
}

export interface Bucket {
  readonly name: string;
  readonly region: string;
  readonly versioned: boolean;
  /** The key that encrypts its objects. */
  readonly keyArn?: string;
  /** The newest version of each object, by key. */
  readonly objects: Map<string, StoredObject>;
}

/** The bucket that a call asks for. Throws `NoSuchBucket`, or `PermanentRedirect` where it is in another Region. */
export const bucketOf = (
  buckets: ReadonlyMap<string, Bucket>,
  name: string | undefined,
  { region }: Pick<Call, 'region'>,
): Bucket => {
  const bucket = buckets.get(name ?? '');
  if (!bucket)
    throw new NoSuchBucket({ message: 'The specified bucket does not exist', $metadata: { httpStatusCode: 404 } });
  if (bucket.region !== region)
    throw failure(
      301,
      'PermanentRedirect',
      'The bucket you are attempting to access must be addressed using the specified endpoint. ' +
        'Please send all future requests to this endpoint.',
    );
  return bucket;
};

/** An error of S3 for which the client has no class of its own. */
export const failure = (httpStatusCode: number, name: string, message: string): S3ServiceException =>
  new S3ServiceException({ name, message, $fault: 'client', $metadata: { httpStatusCode } });
