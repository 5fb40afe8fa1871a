import { NodeHttpHandler } from '@smithy/node-http-handler';

/** How long a call may take and how often it is tried; every AWS call names one of the two paths (S20, S22). */
export interface CallLimits {
  /** The Region that answers. */
  readonly region: string;
  /** `critical`: the journey waits for it, so it never goes to the lost Region. `best-effort`: it may fail unnoticed. */
  readonly path: 'critical' | 'best-effort';
  readonly attemptsMax: number;
  readonly connectMs: number;
  /** From the connection to the whole answer. */
  readonly answerMs: number;
}

/** What every AWS SDK client class has in common, as far as we need it. */
export type ClientClass<C> = new (config: {
  region: string;
  maxAttempts: number;
  requestHandler: NodeHttpHandler;
}) => C;

/** Makes an AWS SDK client with the given limits. The rehearsal passes its own, which makes the same clients. */
export type Aws = <C>(Client: ClientClass<C>, limits: CallLimits) => C;

/** Limits of a call that the journey waits for. */
export const critical = (region: string): CallLimits => ({
  region,
  path: 'critical',
  attemptsMax: 3,
  connectMs: 1_000,
  answerMs: 4_000,
});

/** Limits of a call to a replica of the authority's table: another one can answer, so a silent one is left soon. */
export const replica = (region: string): CallLimits => ({
  region,
  path: 'critical',
  attemptsMax: 2,
  connectMs: 500,
  answerMs: 1_500,
});

/** Limits of a call into a Region that may be dead: 3 s in all, at most 2 attempts (S22). */
export const bestEffort = (region: string): CallLimits => ({
  region,
  path: 'best-effort',
  attemptsMax: 2,
  connectMs: 500,
  answerMs: 1_000,
});

/** Tells apart the clients of one class: calls with other limits need another client. */
export const keyOf = ({ region, path, attemptsMax, connectMs, answerMs }: CallLimits): string =>
  `${region} ${path} ${attemptsMax} ${connectMs} ${answerMs}`;

const clients = new Map<unknown, Map<string, unknown>>();

/**
 * The real AWS. Clients are kept for the life of the process, as Lambda's guide advises, so connections are reused. They
 * are kept by class, not by name: a minifier gives several classes one name.
 */
export const realAws: Aws = <C>(Client: ClientClass<C>, limits: CallLimits): C => {
  const ofClass = clients.get(Client) ?? new Map<string, unknown>();
  clients.set(Client, ofClass);
  const key = keyOf(limits);
  const client = ofClass.get(key) ?? makeClient(Client, limits);
  ofClass.set(key, client);
  return client as C;
};

const makeClient = <C>(Client: ClientClass<C>, { region, attemptsMax, connectMs, answerMs }: CallLimits): C =>
  new Client({
    region,
    maxAttempts: attemptsMax,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: connectMs,
      requestTimeout: answerMs,
      // Without it the handler only warns, and goes on waiting.
      throwOnRequestTimeout: true,
    }),
  });
