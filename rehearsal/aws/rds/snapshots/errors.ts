import {
  DBClusterSnapshotAlreadyExistsFault,
  DBClusterSnapshotNotFoundFault,
  InvalidDBClusterSnapshotStateFault,
  KMSKeyNotAccessibleFault,
  SnapshotQuotaExceededFault,
} from '@aws-sdk/client-rds';
import { badRequestError } from '../errors';
import type { Snapshots } from './snapshot';

const badRequest = { httpStatusCode: 400 };

/** This Region has no such snapshot. */
export const noSnapshot = (id: string): DBClusterSnapshotNotFoundFault =>
  new DBClusterSnapshotNotFoundFault({
    message: `DBClusterSnapshot ${id} not found`,
    $metadata: { httpStatusCode: 404 },
  });

/** The snapshot cannot do that as it is. */
export const badSnapshotState = (message: string): InvalidDBClusterSnapshotStateFault =>
  new InvalidDBClusterSnapshotStateFault({ message, $metadata: badRequest });

/** The key is disabled, about to be deleted, or not there. */
export const keyNotAccessible = (key: string): KMSKeyNotAccessibleFault =>
  new KMSKeyNotAccessibleFault({
    message: `The specified KMS key [${key}] does not exist, is not enabled or you do not have permissions to access it.`,
    $metadata: badRequest,
  });

/** Manual cluster snapshots per Region. https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_Limits.html */
const SNAPSHOTS_MAX = 100;

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBClusterSnapshot.html */
const IDENTIFIER = /^[A-Za-z](-?[A-Za-z0-9])*$/;

/** Throws where a new snapshot of this name cannot be. */
export const refuseNew = (snapshots: Snapshots, region: string, id: string): void => {
  if (id.length > 63 || !IDENTIFIER.test(id)) {
    throw badRequestError('InvalidParameterValue', `The parameter ${id} is not a valid snapshot identifier.`);
  }
  if (snapshots.find(region, id)) {
    const message = `Cannot create the cluster snapshot because one with the identifier ${id} already exists.`;
    throw new DBClusterSnapshotAlreadyExistsFault({ message, $metadata: badRequest });
  }
  if (snapshots.in(region).length >= SNAPSHOTS_MAX) {
    const message = `Cannot create more than ${SNAPSHOTS_MAX} manual cluster snapshots`;
    throw new SnapshotQuotaExceededFault({ message, $metadata: badRequest });
  }
};

/** A parameter that AWS requires and the SDK does not check. */
export const required = (value: string | undefined, name: string): string => {
  if (value) return value;
  throw badRequestError('MissingParameter', `The request must contain the parameter ${name}.`);
};
