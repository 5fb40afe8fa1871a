import { ResourceNotFoundException } from '@aws-sdk/client-lambda';
import type { Call } from '../../operation';
import type { FunctionSettings, LambdaStore } from '../store';

/** The unqualified ARN of a function that a request names by its name. */
export const askedArn = (name: string | undefined, { region, account }: Call): string =>
  `arn:aws:lambda:${region}:${account}:function:${name}`;

/** The function that a request names; `ResourceNotFoundException` if there is none, or not in that version. */
export const askedFunction = (store: LambdaStore, arn: string, version?: string): FunctionSettings => {
  const settings = store.functions.get(arn);
  if (settings && (version === undefined || settings.versions.includes(version))) return settings;
  const message = `Function not found: ${version === undefined ? arn : `${arn}:${version}`}`;
  throw new ResourceNotFoundException({ Type: 'User', message, $metadata: { httpStatusCode: 404 } });
};
