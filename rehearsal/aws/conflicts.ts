import { ConcurrentModificationException } from '@aws-sdk/client-eventbridge';
import { ResourceConflictException, ResourceInUseException } from '@aws-sdk/client-lambda';
import {
  InvalidDBClusterSnapshotStateFault,
  InvalidDBClusterStateFault,
  InvalidGlobalClusterStateFault,
} from '@aws-sdk/client-rds';
import { S3ServiceException } from '@aws-sdk/client-s3';
import { TooManyUpdates } from '@aws-sdk/client-ssm';

/** Makes a client's exception from the words in it. */
type Refuse = (message: string) => Error;

type Refusing = new (options: { message: string; Type?: string; $metadata: { httpStatusCode: number } }) => Error;

const says =
  (Exception: Refusing, httpStatusCode: number): Refuse =>
  (message) =>
    new Exception({ message, $metadata: { httpStatusCode } });

const badGlobalClusterState = says(InvalidGlobalClusterStateFault, 400);
const badClusterState = says(InvalidDBClusterStateFault, 400);
const badSnapshotState = says(InvalidDBClusterSnapshotStateFault, 400);
const lambdaIsBusy = says(ResourceConflictException, 409);
const mappingIsBusy = says(ResourceInUseException, 400);
const ruleIsBusy = says(ConcurrentModificationException, 400);

/**
 * What a service answers, of what the operation declares, to a change of something that another change has not left yet.
 * ECS takes an update at any time, so `UpdateService` is not among them; nor is DynamoDB, whose conflicts are of
 * transactions, which nobody here makes, and of replicas (`conflict-writes`).
 */
const conflicts: Readonly<Record<string, readonly [Refuse, ...Refuse[]]>> = {
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_FailoverGlobalCluster.html
  'rds FailoverGlobalCluster': [badGlobalClusterState, badClusterState],
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBClusterSnapshot.html
  'rds CreateDBClusterSnapshot': [badClusterState, badSnapshotState],
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CopyDBClusterSnapshot.html
  'rds CopyDBClusterSnapshot': [badClusterState, badSnapshotState],
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBClusterSnapshot.html
  'rds DeleteDBClusterSnapshot': [badSnapshotState],
  // https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionConcurrency.html
  'lambda PutFunctionConcurrency': [lambdaIsBusy],
  // https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionConcurrency.html
  'lambda DeleteFunctionConcurrency': [lambdaIsBusy],
  // https://docs.aws.amazon.com/lambda/latest/api/API_UpdateEventSourceMapping.html
  'lambda UpdateEventSourceMapping': [lambdaIsBusy, mappingIsBusy],
  // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DisableRule.html
  'eventbridge DisableRule': [ruleIsBusy],
  // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EnableRule.html
  'eventbridge EnableRule': [ruleIsBusy],
  // https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
  'ssm PutParameter': [says(TooManyUpdates, 400)],
  // OperationAborted: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
  's3 PutObject': [
    (message) =>
      new S3ServiceException({
        name: 'OperationAborted',
        message,
        $fault: 'client',
        $metadata: { httpStatusCode: 409 },
      }),
  ],
};

/** How a service refuses a change of what is being changed; none where it never does. */
export const conflictsOf = (service: string, operation: string): readonly Refuse[] =>
  conflicts[`${service} ${operation}`] ?? [];
