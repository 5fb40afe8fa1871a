import { CloudWatchServiceException } from '@aws-sdk/client-cloudwatch';
import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { ECSServiceException } from '@aws-sdk/client-ecs';
import { RDSServiceException } from '@aws-sdk/client-rds';
import { S3ServiceException } from '@aws-sdk/client-s3';
import { SecretsManagerServiceException } from '@aws-sdk/client-secrets-manager';
import { SFNServiceException } from '@aws-sdk/client-sfn';
import { SNSServiceException } from '@aws-sdk/client-sns';
import { SSMServiceException } from '@aws-sdk/client-ssm';
import { NotSimulated } from '../not-simulated';

type ServiceException = new (options: {
  name: string;
  message: string;
  $fault: 'client';
  $metadata: { httpStatusCode: number };
}) => Error;

/** Each service's own name for a refused request; the older query and XML protocols have other names than JSON's. */
const refusals: Readonly<Record<string, readonly [ServiceException, string]>> = {
  CloudWatchClient: [CloudWatchServiceException, 'AccessDenied'],
  DynamoDBClient: [DynamoDBServiceException, 'AccessDeniedException'],
  ECSClient: [ECSServiceException, 'AccessDeniedException'],
  RDSClient: [RDSServiceException, 'AccessDenied'],
  S3Client: [S3ServiceException, 'AccessDenied'],
  SecretsManagerClient: [SecretsManagerServiceException, 'AccessDeniedException'],
  SFNClient: [SFNServiceException, 'AccessDeniedException'],
  SNSClient: [SNSServiceException, 'AuthorizationError'],
  SSMClient: [SSMServiceException, 'AccessDeniedException'],
};

/**
 * The exception with which a client answers a request that the caller's role does not allow, worded as AWS words it:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export const accessDenied = (
  client: string,
  refused: {
    readonly roleArn: string;
    readonly session: string;
    readonly action: string;
    readonly resource: string;
    readonly judgement: 'denied' | 'not allowed';
  },
): Error => {
  const known = refusals[client];
  if (!known) throw new NotSimulated(`${client}: how it refuses a request is unknown; add it to access-denied.ts`);
  const [Exception, name] = known;
  const { action, resource } = refused;
  const message =
    `User: ${sessionArn(refused.roleArn, refused.session)} is not authorized to perform: ${action} ` +
    `on resource: ${resource} ${
      refused.judgement === 'denied'
        ? 'with an explicit deny in an identity-based policy'
        : `because no identity-based policy allows the ${action} action`
    }`;
  return new Exception({ name, message, $fault: 'client', $metadata: { httpStatusCode: 403 } });
};

/** A role in use is a session of STS: `arn:aws:iam::1:role/r` becomes `arn:aws:sts::1:assumed-role/r/session`. */
const sessionArn = (roleArn: string, session: string) =>
  `${roleArn.replace(':iam:', ':sts:').replace(/:role\/(?:.*\/)?/, ':assumed-role/')}/${session}`;
