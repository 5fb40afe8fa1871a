import { UpdateCommand, type UpdateCommandInput, type UpdateCommandOutput } from '@aws-sdk/lib-dynamodb';
import { AUTHORITY_KEY } from './authority';
import { askReplicas, type Replicas } from './replicas';
import { unlessRefused } from './unless-refused';

/** What to change of the authority item, and on what condition, in DynamoDB's expressions. */
type Update = Omit<UpdateCommandInput, 'TableName' | 'Key'> & { readonly ConditionExpression: string };

/** Changes the authority item at the first replica that answers; undefined if the condition did not hold. */
export const updateAuthority = (replicas: Replicas, update: Update): Promise<UpdateCommandOutput | undefined> =>
  unlessRefused(
    askReplicas(replicas, (client) =>
      client.send(new UpdateCommand({ TableName: replicas.table, Key: AUTHORITY_KEY, ...update })),
    ),
  );
