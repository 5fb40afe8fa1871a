import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { CallLimits, ClientClass } from '../../../lambdas/aws';
import type { Departures } from './departures';

type Middleware = (next: Step, context: Context) => Step;
type Step = (args: Args) => Promise<Answered>;
interface Args {
  readonly input: object;
  readonly request?: unknown;
}
/** A request that has left its sender. */
interface Sent extends Args {
  /** Tells the requests of a client apart; a retry is the same one. */
  readonly departure: object;
  /** Where it is answered, whoever has the client by then. */
  readonly connection: Connection;
}
interface Answered {
  readonly response: { readonly statusCode: number; readonly headers: object };
  readonly output: object;
}
interface Context {
  readonly clientName?: string;
  readonly commandName?: string;
}
type AddedTo = 'initialize' | 'serialize' | 'deserialize';
interface Stack {
  add(middleware: Middleware, options: { step: AddedTo; priority?: 'high'; name: string; override?: true }): void;
  addRelativeTo(middleware: Middleware, options: { relation: 'after'; toMiddleware: string; name: string }): void;
  remove(name: string): boolean;
  concat: (other: Stack) => Stack;
}

interface Intercepted {
  readonly middlewareStack: Stack;
  readonly config: { readonly protocol: { getShapeId(): string }; retryStrategy: () => Promise<object> };
}

/** What a client is connected to. */
export interface Connection {
  readonly departures: Departures;
  /** Who answers its requests; rejects with the client's own exceptions. */
  readonly answer: (request: { client: string; command: string; input: object }) => Promise<object>;
}

/** A client, and who has it. */
export interface Line<C> {
  readonly client: C;
  /** Gives the client to somebody else, as if it were new. What is still under way is answered where it was asked. */
  connect(connection: Connection): void;
}

/**
 * A real SDK client whose requests end where the connection would begin, so that everything before (input
 * customisation, retries) and around it is the SDK's own.
 */
export const openLine = <C>(Client: ClientClass<C>, limits: CallLimits, first: Connection): Line<C> => {
  let current = first;
  const client = new Client(configuration(limits));
  const { middlewareStack: stack, config } = client as Intercepted;
  const watched =
    (next: Step): Step =>
    async (args) => {
      const sent = isSent(args) ? args : { ...args, departure: {}, connection: current };
      const { departure, connection } = sent;
      connection.departures.leave(departure);
      try {
        return await next(sent);
      } finally {
        connection.departures.giveUp(departure);
      }
    };
  stack.add(watched, { step: 'initialize', priority: 'high', name: 'rehearsalSend' });
  stack.addRelativeTo(watched, { relation: 'after', toMiddleware: 'retryMiddleware', name: 'rehearsalAttempt' });
  stack.add(answering, { step: 'deserialize', name: 'deserializerMiddleware', override: true });
  const fresh = config.retryStrategy;
  const connect = (connection: Connection) => {
    current = connection;
    config.retryStrategy = copied(fresh);
  };
  connect(first);
  const protocol = config.protocol.getShapeId();
  if (!/#rest/i.test(protocol)) writeNothingOut(stack);
  // Some commands of the query protocols ask for the host themselves, to sign a URL for another Region.
  if (!/#rest|query/i.test(protocol)) leadNowhere(stack);
  return { client, connect };
};

const isSent = (args: Args): args is Sent => 'departure' in args;

/** A strategy of its own, because how many tries it has left is in it; nobody uses the original. */
const copied = (strategy: () => Promise<object>): (() => Promise<object>) => {
  let own: Promise<object> | undefined;
  const copyOf = (original: object): object =>
    Object.assign(Object.create(Object.getPrototypeOf(original) as object) as object, original);
  return () => (own ??= strategy().then(copyOf));
};

/** Stands where the SDK would read an answer's text: it is an object already. */
const answering: Middleware = (_next, context) => async (args) => {
  const { input, departure, connection } = args as Sent;
  const { departures, answer } = connection;
  await departures.arrive(departure);
  const { clientName, commandName } = context;
  const output = await answer({ client: String(clientName), command: String(commandName), input });
  return {
    // AWS's clocks are right.
    response: { statusCode: 200, headers: { date: new Date().toUTCString() } },
    // The SDK writes the last two itself; where they are there already, no object changes its shape.
    output: { ...output, $metadata: { httpStatusCode: 200, attempts: 1, totalRetryDelay: 0 } },
  };
};

/**
 * The simulated services read the input itself; its text, its headers and its signature, which nobody reads, took half of
 * a rehearsal's time. Where the input becomes part of a URL, writing it out is what refuses a request without it.
 */
const writeNothingOut = (stack: Stack): void => {
  const unwritten: Middleware = (next) => (args) => next({ ...args, request: NOTHING });
  stack.add(unwritten, { step: 'serialize', name: 'serializerMiddleware', override: true });
  for (const name of WRITERS) stack.remove(name);
};

/** Each command adds to its client's middleware what finds the host to ask, which takes a tenth of a rehearsal's time. */
const leadNowhere = (stack: Stack): void => {
  const { concat } = stack;
  stack.concat = (other) => {
    const both = concat(other);
    for (const name of NEEDLESS) both.remove(name);
    return both;
  };
};

/** What finds the host, and what makes a long text shorter. */
const NEEDLESS = ['endpointV2Middleware', 'compressionMiddleware'];

const NOTHING = {};

/** What only adds to the text of a request, or tells a logger of it. */
const WRITERS = [
  'contentLengthMiddleware',
  'getUserAgentMiddleware',
  'hostHeaderMiddleware',
  'httpAuthSchemeMiddleware',
  'httpSigningMiddleware',
  'loggerMiddleware',
  'recursionDetectionMiddleware',
];

/** Stands where the connection would begin; one does for all clients. */
const ASKED_NOTHING = new NodeHttpHandler();

/** Settings that the shell's environment or files could otherwise change. */
const configuration = ({ region, attemptsMax }: CallLimits) => ({
  region,
  maxAttempts: attemptsMax,
  retryMode: 'standard',
  defaultsMode: 'standard',
  // Putting a client's and a command's middleware together for each request anew takes another tenth.
  cacheMiddleware: true,
  useDualstackEndpoint: false,
  useFipsEndpoint: false,
  credentials: { accessKeyId: 'REHEARSAL', secretAccessKey: 'rehearsal' },
  requestHandler: ASKED_NOTHING,
  // Nobody here reads signatures either.
  signer: { sign: (request: unknown) => Promise.resolve(request) },
});
