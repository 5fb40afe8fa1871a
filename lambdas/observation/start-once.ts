import { StartExecutionCommand, type SFNClient } from '@aws-sdk/client-sfn';

/** Starts a run under a name that others may have been quicker to use: names are unique for 90 days. */
export const startOnce = async (
  client: SFNClient,
  stateMachineArn: string,
  name: string,
  input: Readonly<Record<string, unknown>>,
): Promise<void> => {
  try {
    await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
  } catch (fault) {
    // Another observer was first, which is as good.
    if (!(fault instanceof Error) || fault.name !== 'ExecutionAlreadyExists') throw fault;
  }
};
