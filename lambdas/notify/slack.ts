import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { bestEffort } from '../aws';
import { UnderstudyError } from '../errors';
import type { Outside } from '../outside';
import type { Region } from '../plan/plan';
import type { Notice } from './notice';

/** Slack did not take a notice; the webhook's address is a secret and is never part of the message. */
export class SlackRefused extends UnderstudyError {
  override readonly name = 'SlackRefused';
}

/** Posts a notice to the incoming webhook whose URL is in the Region's own copy of the secret (S25). */
export const tellSlack = async (outside: Outside, secret: string, region: Region, notice: Notice): Promise<void> => {
  const { SecretString: url } = await outside
    .aws(SecretsManagerClient, bestEffort(region))
    .send(new GetSecretValueCommand({ SecretId: secret }));
  if (!url) throw new SlackRefused(`secret ${secret} in ${region} is empty; put the webhook's URL there`);
  const { status } = await outside.http({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: `*${notice.title}*\n${notice.text}` }),
    timeoutMs: 3_000,
  });
  if (status !== 200) throw new SlackRefused(`Slack answered ${status}`);
};
