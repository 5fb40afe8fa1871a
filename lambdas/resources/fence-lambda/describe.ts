import {
  GetFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  LambdaClient,
  paginateListEventSourceMappings,
} from '@aws-sdk/client-lambda';
import type { Place } from '../fence-by';

/** What stands between a function and its work. */
export interface FunctionStand {
  readonly name: string;
  /** How many invocations are reserved for it; undefined: it takes from what the account has left. */
  readonly reserved: number | undefined;
  readonly timeoutSeconds: number;
  /** Its event source mappings that poll, or begin to. */
  readonly polling: readonly string[];
  /** Those that were told to stop and have not. */
  readonly stopping: readonly string[];
}

/**
 * Reads how a function stands. The states of a mapping:
 * https://docs.aws.amazon.com/lambda/latest/api/API_EventSourceMappingConfiguration.html
 */
export const describeFunction = async (name: string, { outside, limits }: Place): Promise<FunctionStand> => {
  const client = outside.aws(LambdaClient, limits);
  const [concurrency, configuration, mappings] = await Promise.all([
    client.send(new GetFunctionConcurrencyCommand({ FunctionName: name })),
    client.send(new GetFunctionConfigurationCommand({ FunctionName: name })),
    listMappings(name, client),
  ]);
  if (configuration.Timeout === undefined) throw new Error(`${name} tells no Timeout`);
  const inState = (states: readonly string[]) =>
    mappings.flatMap(({ UUID, State }) => (UUID !== undefined && states.includes(State ?? '') ? [UUID] : []));
  return {
    name,
    reserved: concurrency.ReservedConcurrentExecutions,
    timeoutSeconds: configuration.Timeout,
    polling: inState(['Creating', 'Enabling', 'Enabled', 'Updating']),
    stopping: inState(['Disabling']),
  };
};

const listMappings = async (FunctionName: string, client: LambdaClient) => {
  const found = [];
  for await (const page of paginateListEventSourceMappings({ client }, { FunctionName }))
    found.push(...(page.EventSourceMappings ?? []));
  return found;
};
