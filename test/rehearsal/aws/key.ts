import type { Kms } from '../../../rehearsal/aws/services/security';
import { createResource } from './ask-service';

/** The properties of a key as CDK writes them. */
export const keyProperties = {
  Description: 'of a test',
  EnableKeyRotation: true,
  KeyPolicy: {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 'kms:*', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Resource: '*' },
    ],
  },
};

/** Creates a key in us-east-1 and answers its ARN. */
export const createKey = (kms: Kms): string =>
  kms.keyArn('us-east-1', createResource(kms, 'AWS::KMS::Key', keyProperties).ref);

/** A policy that refuses calls without TLS, as CDK's `enforceSSL` writes it. */
export const tlsOnly = (Action: string, Resource: string | string[]) => ({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Deny', Action, Principal: '*', Resource, Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
  ],
});
