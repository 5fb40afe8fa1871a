import {
  DeleteFunctionConcurrencyCommand,
  LambdaClient,
  PutFunctionConcurrencyCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { fenceBy, type Place } from '../fence-by';
import { describeFunction, type FunctionStand } from './describe';
import type { FenceLambda } from './schema';

const before = z.object({
  functions: z.array(
    z.object({ name: z.string(), reserved: z.int().nonnegative().optional(), polling: z.array(z.string()) }),
  ),
});

type Was = z.output<typeof before>;

/**
 * Stops functions: reserved concurrency 0 refuses every new invocation, and their event source mappings no longer poll.
 * What runs already goes on for the function's time-out at most, so that long after closing the fence is confirmed.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
 */
export const fenceLambdaKind = fenceBy<FenceLambda, Was>({
  before,
  async look({ functions }, at) {
    const stands = await Promise.all(functions.map((name) => describeFunction(name, at)));
    const stopping = stands.flatMap((stand) => stand.stopping);
    return {
      closed: stands.every(({ reserved, polling }) => reserved === 0 && polling.length === 0),
      ...(stopping.length > 0 ? { stillBusy: `${stopping.length} event source mappings are being disabled` } : {}),
      drainSeconds: Math.max(...stands.map(({ timeoutSeconds }) => timeoutSeconds)),
      now: { functions: stands.map(toPutBack) },
      because: stands.map(inWords).join('; '),
    };
  },
  async close(_, { functions }, at) {
    await Promise.all(
      functions.flatMap(({ name, polling }) => [reserve(name, 0, at), ...polling.map((id) => poll(id, false, at))]),
    );
  },
  async reopen(_, { functions }, at) {
    await Promise.all(
      functions.flatMap(({ name, reserved, polling }) => [
        reserve(name, reserved, at),
        ...polling.map((id) => poll(id, true, at)),
      ]),
    );
  },
});

const toPutBack = ({ name, reserved, polling }: FunctionStand) => ({
  name,
  ...(reserved === undefined ? {} : { reserved }),
  polling: [...polling],
});

const inWords = ({ name, reserved, polling }: FunctionStand): string =>
  `${name} has ${reserved ?? 'no'} reserved concurrency and ${polling.length} event sources`;

const reserve = async (name: string, reserved: number | undefined, { outside, limits }: Place): Promise<void> => {
  const client = outside.aws(LambdaClient, limits);
  if (reserved === undefined) await client.send(new DeleteFunctionConcurrencyCommand({ FunctionName: name }));
  else {
    const request = { FunctionName: name, ReservedConcurrentExecutions: reserved };
    await client.send(new PutFunctionConcurrencyCommand(request));
  }
};

/** A function that fences, or takes a fence back, has 25 s, and each of the calls may take 3 s of them. */
const TRIES_MAX = 3;
const PAUSE_MS = 5_000;

/**
 * A mapping that is on its way takes no update, and is there within seconds.
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateEventSourceMapping.html#API_UpdateEventSourceMapping_Errors
 */
const poll = async (UUID: string, Enabled: boolean, at: Place, triesLeft = TRIES_MAX): Promise<void> => {
  try {
    await at.outside.aws(LambdaClient, at.limits).send(new UpdateEventSourceMappingCommand({ UUID, Enabled }));
  } catch (fault) {
    if (!(fault instanceof Error) || fault.name !== 'ResourceInUseException' || triesLeft === 1) throw fault;
    await at.outside.clock.sleep(PAUSE_MS);
    await poll(UUID, Enabled, at, triesLeft - 1);
  }
};
