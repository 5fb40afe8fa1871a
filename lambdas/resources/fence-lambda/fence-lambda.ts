import {
  DeleteFunctionConcurrencyCommand,
  LambdaClient,
  PutFunctionConcurrencyCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { fenceBy, type Place } from '../fence-by';
import { onceFree } from '../once-free';
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

const reserve = (name: string, reserved: number | undefined, { outside, limits }: Place): Promise<unknown> => {
  const client = outside.aws(LambdaClient, limits);
  const asked = { FunctionName: name };
  if (reserved === undefined)
    return onceFree(() => client.send(new DeleteFunctionConcurrencyCommand(asked)), outside.clock);
  const request = { ...asked, ReservedConcurrentExecutions: reserved };
  return onceFree(() => client.send(new PutFunctionConcurrencyCommand(request)), outside.clock);
};

/** A mapping that is on its way takes no update, and is there within seconds. */
const poll = (UUID: string, Enabled: boolean, { outside, limits }: Place): Promise<unknown> => {
  const client = outside.aws(LambdaClient, limits);
  return onceFree(() => client.send(new UpdateEventSourceMappingCommand({ UUID, Enabled })), outside.clock);
};
