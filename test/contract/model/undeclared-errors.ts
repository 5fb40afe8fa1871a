/** What a service says that its model does not, because every operation may say it. */
export interface UndeclaredErrors {
  /** Error names, as the SDK's client gives them. */
  readonly names: readonly string[];
  /** Which of these, or of the declared ones, answers a request without a member that it requires. */
  readonly whenLacking: readonly string[];
  /** The pages that list or show them. */
  readonly sources: readonly string[];
}

/** The undeclared errors of the service behind an SDK client; throws where they are not written down. */
export const undeclaredErrors = (client: string): UndeclaredErrors => {
  const known = byClient[client];
  if (known) return known;
  throw new Error(`${client}: its undeclared errors are unknown; add them, with their source, to undeclared-errors.ts`);
};

const byClient: Readonly<Record<string, UndeclaredErrors>> = {
  CloudWatchClient: {
    names: [
      'ValidationError',
      'MissingRequiredParameterException',
      'InvalidParameterValueException',
      'AccessDenied',
      'Throttling',
      'ServiceUnavailable',
    ],
    whenLacking: ['MissingRequiredParameterException', 'InvalidParameterCombinationException'],
    sources: [
      'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CommonErrors.html',
      'https://repost.aws/knowledge-center/cloudwatch-400-error-throttling',
    ],
  },
  DynamoDBClient: {
    names: ['ValidationException', 'AccessDeniedException', 'ServiceUnavailable'],
    whenLacking: ['ValidationException'],
    sources: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html'],
  },
  EC2Client: {
    // The model declares no error of any operation.
    names: [
      'InvalidAssociationID.NotFound',
      'InvalidNetworkAclID.NotFound',
      'MissingParameter',
      'UnauthorizedOperation',
      'RequestLimitExceeded',
      'Unavailable',
    ],
    whenLacking: ['MissingParameter'],
    sources: [
      'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html',
      'https://github.com/cloudfoundry/bosh-aws-cpi-release/issues/61',
    ],
  },
  ECSClient: {
    names: ['ThrottlingException'],
    whenLacking: ['InvalidParameterException'],
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html'],
  },
  EventBridgeClient: {
    names: ['ValidationException', 'AccessDeniedException', 'ThrottlingException'],
    whenLacking: ['ValidationException'],
    sources: [
      'https://docs.aws.amazon.com/eventbridge/latest/APIReference/CommonErrors.html',
      'https://github.com/ministryofjustice/modernisation-platform/pull/1253',
    ],
  },
  LambdaClient: {
    names: ['ValidationException', 'AccessDeniedException'],
    // Names of functions and ids of mappings are parts of the URL, so the SDK refuses to send a request without them.
    whenLacking: ['ValidationException'],
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/api/CommonErrors.html',
      'https://github.com/alexcasalboni/aws-lambda-power-tuning/issues/59',
    ],
  },
  RDSClient: {
    names: [
      'MissingParameter',
      'InvalidParameterValue',
      'InvalidParameterCombination',
      'AccessDenied',
      'Throttling',
      'ServiceUnavailable',
    ],
    whenLacking: ['MissingParameter'],
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/CommonErrors.html',
      'https://github.com/aws/aws-cli/issues/8604',
    ],
  },
  S3Client: {
    names: [
      'NoSuchBucket',
      'NoSuchKey',
      'PermanentRedirect',
      'PreconditionFailed',
      'NotImplemented',
      'AccessDenied',
      'SlowDown',
      'ServiceUnavailable',
    ],
    // Bucket and Key are parts of the URL, so the SDK refuses to send a request without them.
    whenLacking: [],
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html'],
  },
  SecretsManagerClient: {
    names: ['ValidationException', 'AccessDeniedException', 'ThrottlingException'],
    whenLacking: ['InvalidParameterException', 'ValidationException'],
    sources: ['https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html'],
  },
  SFNClient: {
    names: ['ValidationException', 'AccessDeniedException', 'ThrottlingException', 'ServiceUnavailable'],
    whenLacking: ['InvalidArn', 'ValidationException'],
    sources: ['https://docs.aws.amazon.com/step-functions/latest/apireference/CommonErrors.html'],
  },
  SNSClient: {
    names: ['Throttling'],
    whenLacking: ['InvalidParameterException', 'ValidationException'],
    sources: [
      'https://docs.aws.amazon.com/sns/latest/api/CommonErrors.html',
      'https://github.com/amzn/smoke-aws/pull/149',
    ],
  },
  SSMClient: {
    names: ['ValidationException', 'AccessDeniedException', 'ThrottlingException'],
    whenLacking: ['ValidationException'],
    sources: ['https://docs.aws.amazon.com/systems-manager/latest/APIReference/CommonErrors.html'],
  },
};
