import { CreateSecretCommand, GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { ContractCase, ServiceContract } from '../contract-case';
import { step } from '../step';

const SecretId = 'webshop/slack';
const VALUE = 'https://hooks.slack.example/T0/B0';

const prepare: ContractCase['prepare'] = {
  simulated: ({ cloud }) => cloud.secrets.adopt('us-east-1', SecretId, VALUE),
  moto: async ({ client }) =>
    void (await client(SecretsManagerClient).send(new CreateSecretCommand({ Name: SecretId, SecretString: VALUE }))),
};

/** Secrets Manager, in which a secret stands. */
export const secretsManager: ServiceContract = {
  client: 'SecretsManagerClient',
  model: 'secretsmanager',
  documentation: (operation) => `https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_${operation}.html`,
  cases: [
    {
      name: 'a secret has the value that was stored',
      prepare,
      steps: [step(SecretsManagerClient, GetSecretValueCommand, { SecretId }, { varies: ['ARN', 'VersionId'] })],
    },
    {
      name: 'a secret that does not exist in a Region is not found there',
      prepare,
      steps: [
        step(SecretsManagerClient, GetSecretValueCommand, { SecretId: 'other' }),
        step(SecretsManagerClient, GetSecretValueCommand, { SecretId }, { region: 'us-west-2' }),
      ],
    },
  ],
};
