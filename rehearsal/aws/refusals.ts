import { CloudWatchServiceException } from '@aws-sdk/client-cloudwatch';
import {
  DynamoDBServiceException,
  ProvisionedThroughputExceededException,
  RequestLimitExceeded,
  ThrottlingException,
} from '@aws-sdk/client-dynamodb';
import { EC2ServiceException } from '@aws-sdk/client-ec2';
import { ECSServiceException, ServerException } from '@aws-sdk/client-ecs';
import { EventBridgeServiceException, InternalException } from '@aws-sdk/client-eventbridge';
import { LambdaServiceException, ServiceException, TooManyRequestsException } from '@aws-sdk/client-lambda';
import { RDSServiceException } from '@aws-sdk/client-rds';
import { S3ServiceException } from '@aws-sdk/client-s3';
import { InternalServiceError, SecretsManagerServiceException } from '@aws-sdk/client-secrets-manager';
import { SFNServiceException } from '@aws-sdk/client-sfn';
import { AuthorizationErrorException, InternalErrorException, SNSServiceException } from '@aws-sdk/client-sns';
import { InternalServerError, SSMServiceException } from '@aws-sdk/client-ssm';
import { NotSimulated } from './not-simulated';

/** Makes a client's exception from the words in it. */
type Refuse = (message: string) => Error;

/** How a service turns away requests of any operation, in its own words. */
export interface Refusals {
  /** The caller's policies do not allow it. */
  readonly denied: Refuse;
  /** Too many requests; services that name several limits answer any of them. */
  readonly throttled: readonly [Refuse, ...Refuse[]];
  /** The service itself fails. */
  readonly unavailable: Refuse;
}

type OneClass = new (options: { message: string; $metadata: { httpStatusCode: number } }) => Error;
type AnyName = new (options: {
  name: string;
  message: string;
  $fault: 'client' | 'server';
  $metadata: { httpStatusCode: number };
}) => Error;

/** An error that the service models, by the client's class for it. */
const modelled =
  (Exception: OneClass, httpStatusCode: number): Refuse =>
  (message) =>
    new Exception({ message, $metadata: { httpStatusCode } });

/** An error common to all operations, which the client knows by its name alone. */
const named =
  (Exception: AnyName, name: string, httpStatusCode: number): Refuse =>
  (message) =>
    new Exception({ name, message, $fault: httpStatusCode < 500 ? 'client' : 'server', $metadata: { httpStatusCode } });

/** By service, as `serviceOf` names it. JSON services say ThrottlingException, and the older query services Throttling. */
const refusals: Readonly<Record<string, Refusals>> = {
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CommonErrors.html
  // https://repost.aws/knowledge-center/cloudwatch-400-error-throttling
  cloudwatch: {
    denied: named(CloudWatchServiceException, 'AccessDenied', 403),
    throttled: [named(CloudWatchServiceException, 'Throttling', 400)],
    unavailable: named(CloudWatchServiceException, 'ServiceUnavailable', 503),
  },
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
  dynamodb: {
    denied: named(DynamoDBServiceException, 'AccessDeniedException', 400),
    throttled: [
      modelled(ThrottlingException, 400),
      modelled(ProvisionedThroughputExceededException, 400),
      modelled(RequestLimitExceeded, 400),
    ],
    unavailable: named(DynamoDBServiceException, 'ServiceUnavailable', 503),
  },
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
  // https://github.com/cloudfoundry/bosh-aws-cpi-release/issues/61 (RequestLimitExceeded with HTTP 503)
  // https://github.com/hashicorp/terraform-provider-aws/issues/4664 (UnauthorizedOperation with HTTP 403)
  // https://github.com/MozillaSecurity/FuzzManager/issues/603 (HTTP 503 where EC2 is unavailable)
  ec2: {
    denied: named(EC2ServiceException, 'UnauthorizedOperation', 403),
    throttled: [named(EC2ServiceException, 'RequestLimitExceeded', 503)],
    unavailable: named(EC2ServiceException, 'Unavailable', 503),
  },
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
  ecs: {
    denied: named(ECSServiceException, 'AccessDeniedException', 400),
    throttled: [named(ECSServiceException, 'ThrottlingException', 400)],
    unavailable: modelled(ServerException, 500),
  },
  // https://docs.aws.amazon.com/eventbridge/latest/APIReference/CommonErrors.html
  // https://github.com/ministryofjustice/modernisation-platform/pull/1253 (AccessDeniedException with HTTP 400)
  eventbridge: {
    denied: named(EventBridgeServiceException, 'AccessDeniedException', 400),
    throttled: [named(EventBridgeServiceException, 'ThrottlingException', 400)],
    unavailable: modelled(InternalException, 500),
  },
  // https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConcurrency.html#API_GetFunctionConcurrency_Errors
  // https://github.com/alexcasalboni/aws-lambda-power-tuning/issues/59 (AccessDeniedException with HTTP 403)
  lambda: {
    denied: named(LambdaServiceException, 'AccessDeniedException', 403),
    throttled: [modelled(TooManyRequestsException, 429)],
    unavailable: modelled(ServiceException, 500),
  },
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/CommonErrors.html
  // https://github.com/aws/aws-cli/issues/8604 (Throttling)
  rds: {
    denied: named(RDSServiceException, 'AccessDenied', 403),
    throttled: [named(RDSServiceException, 'Throttling', 400)],
    unavailable: named(RDSServiceException, 'ServiceUnavailable', 503),
  },
  // https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
  s3: {
    denied: named(S3ServiceException, 'AccessDenied', 403),
    throttled: [named(S3ServiceException, 'SlowDown', 503)],
    unavailable: named(S3ServiceException, 'ServiceUnavailable', 503),
  },
  // https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html
  secretsmanager: {
    denied: named(SecretsManagerServiceException, 'AccessDeniedException', 400),
    throttled: [named(SecretsManagerServiceException, 'ThrottlingException', 400)],
    unavailable: modelled(InternalServiceError, 500),
  },
  // https://docs.aws.amazon.com/step-functions/latest/apireference/CommonErrors.html
  sfn: {
    denied: named(SFNServiceException, 'AccessDeniedException', 400),
    throttled: [named(SFNServiceException, 'ThrottlingException', 400)],
    unavailable: named(SFNServiceException, 'ServiceUnavailable', 503),
  },
  // https://docs.aws.amazon.com/sns/latest/api/API_Publish.html#API_Publish_Errors
  // https://github.com/amzn/smoke-aws/pull/149 (Throttling)
  sns: {
    denied: modelled(AuthorizationErrorException, 403),
    throttled: [named(SNSServiceException, 'Throttling', 400)],
    unavailable: modelled(InternalErrorException, 500),
  },
  // https://docs.aws.amazon.com/systems-manager/latest/APIReference/CommonErrors.html
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-throughput.html
  ssm: {
    denied: named(SSMServiceException, 'AccessDeniedException', 400),
    throttled: [named(SSMServiceException, 'ThrottlingException', 400)],
    unavailable: modelled(InternalServerError, 500),
  },
};

/** How a service, such as `dynamodb`, turns requests away; throws `NotSimulated` where that is not written down. */
export const refusalsOf = (service: string): Refusals => {
  const known = refusals[service];
  if (known) return known;
  throw new NotSimulated(`${service}: how it refuses a request is unknown; add it to refusals.ts`);
};
