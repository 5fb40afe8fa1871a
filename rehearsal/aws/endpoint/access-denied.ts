import { refusalsOf } from '../refusals';

/**
 * The exception with which a service, such as `dynamodb`, answers a request that the caller's role does not allow, worded as AWS words it:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export const accessDenied = (
  service: string,
  refused: {
    readonly roleArn: string;
    readonly session: string;
    readonly action: string;
    readonly resource: string;
    readonly judgement: 'denied' | 'not allowed';
  },
): Error => {
  const { action, resource } = refused;
  return refusalsOf(service).denied(
    `User: ${sessionArn(refused.roleArn, refused.session)} is not authorized to perform: ${action} ` +
      `on resource: ${resource} ${
        refused.judgement === 'denied'
          ? 'with an explicit deny in an identity-based policy'
          : `because no identity-based policy allows the ${action} action`
      }`,
  );
};

/** A role in use is a session of STS: `arn:aws:iam::1:role/r` becomes `arn:aws:sts::1:assumed-role/r/session`. */
const sessionArn = (roleArn: string, session: string) =>
  `${roleArn.replace(':iam:', ':sts:').replace(/:role\/(?:.*\/)?/, ':assumed-role/')}/${session}`;
