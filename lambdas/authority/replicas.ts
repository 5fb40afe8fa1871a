import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { replica } from '../aws';
import type { Clock } from '../clock';
import { guardClock, type ClockGuard } from './clock-guard';
import { UnderstudyError } from '../errors';
import type { Outside } from '../outside';
import type { Region } from '../plan/plan';

/** No replica of the authority's table answered: nothing is known and nothing may be done (S13). */
export class AuthorityUnreachable extends UnderstudyError {
  override readonly name = 'AuthorityUnreachable';
}

/** The authority's table, seen from one Region: whoever acts reads and writes it consistently (S9). */
export interface Replicas extends Copies {
  readonly isConsistent: true;
}

/** One replica as it is, however stale and cut off: good enough to tell people of, never to act on. */
export interface LastKnown extends Copies {
  readonly isConsistent: false;
}

interface Copies {
  readonly table: string;
  /** Where to ask, nearest first; never the suspected Region's replica. */
  readonly regions: readonly Region[];
  readonly client: (region: Region) => DynamoDBClient;
  readonly outside: Outside;
  /** Whether the clock here can be trusted, by what the table's answers say (S11). */
  readonly clockGuard: ClockGuard;
}

/** Opens the table from `here`: its own replica first, then the others in the plan's order, without `except`. */
export const openReplicas = (
  outside: Outside,
  table: string,
  regions: readonly Region[],
  here: Region,
  except?: Region,
): Replicas => {
  const clockGuard = guardClock(outside.clock);
  return {
    isConsistent: true,
    table,
    outside,
    clockGuard,
    regions: [...regions.filter((region) => region === here), ...regions.filter((region) => region !== here)].filter(
      (region) => region !== except,
    ),
    client: (region) => {
      const client = outside.aws(DynamoDBClient, replica(region));
      listenForTheTime(client, outside.clock, clockGuard);
      return client;
    },
  };
};

/** The replica of `here` alone, which answers even when it hears of no other. */
export const lastKnown = (replicas: Replicas, here: Region): LastKnown => ({
  ...replicas,
  isConsistent: false,
  regions: [here],
});

/**
 * Reads the `Date` header of every answer.
 * https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/middleware-stack.html
 */
const listenForTheTime = (client: DynamoDBClient, clock: Clock, guard: ClockGuard): void => {
  const isHeard = listeners.has(client);
  listeners.set(client, { clock, guard });
  if (isHeard) return;
  client.middlewareStack.add(
    (next) => async (args) => {
      const listener = listeners.get(client)!;
      const askedAtMs = listener.clock.steady();
      const answer = await next(args);
      const { headers } = answer.response as { readonly headers?: Readonly<Record<string, string>> };
      listener.guard.heard(headers?.['date'], askedAtMs);
      return answer;
    },
    { step: 'deserialize', priority: 'high', name: 'clockGuard' },
  );
};

/** Others who open the table later share the SDK's client: whoever asked last is who listens. */
const listeners = new WeakMap<DynamoDBClient, { readonly clock: Clock; readonly guard: ClockGuard }>();

/** Names of errors after which another replica may still answer: nobody answered, or the replica itself is in trouble. */
const ELSEWHERE = new Set([
  'TimeoutError',
  'InternalServerError',
  'ServiceUnavailable',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
]);

/**
 * Codes of connections that were never made. A Region's outage may show as a name that leads nowhere, as DynamoDB's did:
 * https://aws.amazon.com/message/101925/
 */
const NO_CONNECTION = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Two Regions wrote the item at once; AWS asks to retry. */
const CONFLICT = 'ReplicatedWriteConflictException';

/** Asks one replica after the other until one answers; what an answer says is for the caller to judge. */
export const askReplicas = async <T>(
  replicas: Replicas | LastKnown,
  question: (client: DynamoDBClient) => Promise<T>,
): Promise<T> => {
  const faults: string[] = [];
  for (const region of replicas.regions) {
    for (let conflicts = 0; ; conflicts += 1) {
      try {
        return await question(replicas.client(region));
      } catch (fault) {
        const name = nameOf(fault);
        if (name === CONFLICT && conflicts < CONFLICTS_MAX) {
          await replicas.outside.clock.sleep(CONFLICT_PAUSE_MS * (conflicts + 1));
          continue;
        }
        if (!ELSEWHERE.has(name) && !NO_CONNECTION.has(name) && name !== CONFLICT) throw fault;
        faults.push(`${region}: ${name}`);
        break;
      }
    }
  }
  throw new AuthorityUnreachable(`no replica of ${replicas.table} answered (${faults.join(', ')})`);
};

/** An exception's name; Node's network errors are told apart by their code. */
const nameOf = (fault: unknown): string => {
  if (!(fault instanceof Error)) return '';
  return fault.name === 'Error' && 'code' in fault ? String(fault.code) : fault.name;
};

const CONFLICTS_MAX = 4;
const CONFLICT_PAUSE_MS = 60;
