import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerServiceException,
} from '@aws-sdk/client-secrets-manager';
import type { World } from '../world/world';
import type { SecretsManager } from './services/security';
import { onlyFields } from './not-simulated';
import { operation } from './operation';
import { uuid } from './uuid';

interface Secret {
  readonly region: string;
  /** The ARN without the hyphen and six characters that AWS adds. */
  readonly shortArn: string;
  readonly suffix: string;
  readonly name: string;
  readonly value: string;
  readonly versionId: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** Secrets Manager, with secrets that stood before Understudy was deployed. */
export const createSecretsManager = (world: World, account: string): SecretsManager => {
  const secrets: Secret[] = [];
  return {
    client: 'SecretsManagerClient',
    operations: [getSecretValue(secrets)],
    resourceTypes: [],
    adopt: (region, name, value) => {
      const shortArn = arnOf(region, account, name);
      if (find(secrets, region, shortArn))
        throw new Error(`a secret ${name} exists already in ${region}; choose another name`);
      const versionId = uuid(world.random('secrets-manager.version-id'));
      secrets.push({
        region,
        shortArn,
        suffix: versionId.slice(-6),
        name,
        value,
        versionId,
        createdAt: world.clock.now(),
      });
    },
  };
};

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html */
const getSecretValue = (secrets: readonly Secret[]) =>
  operation(GetSecretValueCommand, {
    authorize: ({ SecretId }, call) => {
      const asked = arnOf(call.region, call.account, SecretId);
      // A secret that does not exist has no six characters, so `name-??????` does not allow it, as on AWS.
      return [
        { action: 'secretsmanager:GetSecretValue', resource: fullArn(find(secrets, call.region, asked)) ?? asked },
      ];
    },
    latency: 'api.read',
    run: (input, { region, account }) => {
      onlyFields('GetSecretValue', input, ['SecretId']);
      if (!input.SecretId) throw noSecretId();
      const secret = find(secrets, region, arnOf(region, account, input.SecretId));
      if (!secret)
        throw new ResourceNotFoundException({
          message: "Secrets Manager can't find the specified secret.",
          $metadata: { httpStatusCode: 400 },
        });
      return {
        ARN: fullArn(secret),
        Name: secret.name,
        SecretString: secret.value,
        VersionId: secret.versionId,
        VersionStages: ['AWSCURRENT'],
        CreatedDate: new Date(secret.createdAt),
      };
    },
  });

const noSecretId = () =>
  new SecretsManagerServiceException({
    name: 'ValidationException',
    message:
      "1 validation error detected: Value null at 'secretId' failed to satisfy constraint: Member must not be null",
    $fault: 'client',
    $metadata: { httpStatusCode: 400 },
  });

/** A secret's ARN from its name; an ARN stays as it is. */
const arnOf = (region: string, account: string, id = ''): string =>
  id.startsWith('arn:') ? id : `arn:aws:secretsmanager:${region}:${account}:secret:${id}`;

const fullArn = (secret: Secret | undefined) => secret && `${secret.shortArn}-${secret.suffix}`;

/** By the whole ARN, or by the ARN without the six characters that AWS adds; no Region knows another's secrets. */
const find = (secrets: readonly Secret[], region: string, arn: string): Secret | undefined =>
  secrets.find((secret) => secret.region === region && (arn === secret.shortArn || arn === fullArn(secret)));
