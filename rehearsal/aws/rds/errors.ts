import {
  DBClusterNotFoundFault,
  GlobalClusterNotFoundFault,
  InvalidDBClusterStateFault,
  InvalidGlobalClusterStateFault,
  RDSServiceException,
} from '@aws-sdk/client-rds';

const badRequest = { httpStatusCode: 400 };
const notFound = { httpStatusCode: 404 };

/** This Region knows no such global cluster. */
export const noGlobalCluster = (id: string): GlobalClusterNotFoundFault =>
  new GlobalClusterNotFoundFault({ message: `Global cluster ${id} not found`, $metadata: notFound });

/** This Region, or the global cluster, has no such cluster. */
export const noCluster = (id: string): DBClusterNotFoundFault =>
  new DBClusterNotFoundFault({ message: `DBCluster ${id} not found`, $metadata: notFound });

/** The cluster cannot do that as it is. */
export const badClusterState = (message: string): InvalidDBClusterStateFault =>
  new InvalidDBClusterStateFault({ message, $metadata: badRequest });

/** The global cluster cannot do that as it is. */
export const badGlobalState = (message: string): InvalidGlobalClusterStateFault =>
  new InvalidGlobalClusterStateFault({ message, $metadata: badRequest });

/**
 * An error of the query protocol for which the client has no class.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/CommonErrors.html
 */
export const badRequestError = (
  name: 'MissingParameter' | 'InvalidParameterValue' | 'InvalidParameterCombination',
  message: string,
): RDSServiceException => new RDSServiceException({ name, message, $fault: 'client', $metadata: badRequest });

/** The database refuses a write, as a read-only or unreachable server does. */
export class CannotCommit extends Error {
  override readonly name = 'CannotCommit';
}
