import { HttpRequest } from '@smithy/core/protocols';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { CallLimits, ClientClass } from '../../../lambdas/aws';
import type { Departures } from './departures';

type Middleware = (next: Step, context: Context) => Step;
type Step = (args: { input: object }) => Promise<{ response: Response }>;
interface Response {
  readonly statusCode: number;
  readonly headers: object;
  readonly output: object;
}
interface Context {
  readonly clientName?: string;
  readonly commandName?: string;
}
interface Stack {
  add(middleware: Middleware, options: { step: 'initialize'; priority: 'high'; name: string }): void;
  addRelativeTo(
    middleware: Middleware,
    options: { relation: 'before' | 'after'; toMiddleware: string; name: string },
  ): void;
}

interface Intercepted {
  readonly middlewareStack: Stack;
  readonly config: {
    readonly protocol: {
      getShapeId(): string;
      serializeRequest: () => Promise<unknown>;
      deserializeResponse: (operation: object, context: object, response: Response) => Promise<object>;
    };
  };
}

/** Who answers a client's requests; rejects with the client's own exceptions. */
type Answer = (request: { client: string; command: string; input: object }) => Promise<object>;

/**
 * A real SDK client whose requests end where the connection would begin, so that everything before (input
 * customisation, retries) and around it is the SDK's own.
 */
export const answerFrom = <C>(
  Client: ClientClass<C>,
  limits: CallLimits,
  departures: Departures,
  answer: Answer,
): C => {
  const client = new Client(configuration(limits));
  const { middlewareStack: stack, config } = client as Intercepted;
  const watched =
    (next: Step, context: Context): Step =>
    async (args) => {
      departures.leave(context);
      try {
        return await next(args);
      } finally {
        departures.giveUp(context);
      }
    };
  stack.add(watched, { step: 'initialize', priority: 'high', name: 'rehearsalSend' });
  stack.addRelativeTo(watched, { relation: 'after', toMiddleware: 'retryMiddleware', name: 'rehearsalAttempt' });
  stack.addRelativeTo(
    (_next, context) =>
      async ({ input }) => {
        await departures.arrive(context);
        const { clientName, commandName } = context;
        const output = await answer({ client: String(clientName), command: String(commandName), input });
        // AWS's clocks are right.
        const headers = { date: new Date().toUTCString() };
        return { response: { statusCode: 200, headers, output } };
      },
    { relation: 'after', toMiddleware: 'deserializerMiddleware', name: 'rehearsalAnswer' },
  );
  // The simulated services read the input itself; its text, which nobody reads, took a third of a rehearsal's time. Where
  // it becomes part of a URL, writing it out is what refuses a request without it.
  if (!config.protocol.getShapeId().startsWith('aws.protocols#rest')) {
    config.protocol.serializeRequest = () => Promise.resolve(new HttpRequest({ method: 'POST', headers: {} }));
  }
  // Answers are objects already. What wraps the deserializer, such as the document client's unmarshalling, still runs.
  config.protocol.deserializeResponse = (_operation, _context, { output }) =>
    Promise.resolve({ $metadata: { httpStatusCode: 200 }, ...output });
  return client;
};

/** Settings that the shell's environment or files could otherwise change. */
const configuration = ({ region, attemptsMax }: CallLimits) => ({
  region,
  maxAttempts: attemptsMax,
  retryMode: 'standard',
  defaultsMode: 'standard',
  useDualstackEndpoint: false,
  useFipsEndpoint: false,
  credentials: { accessKeyId: 'REHEARSAL', secretAccessKey: 'rehearsal' },
  requestHandler: new NodeHttpHandler(),
  // Nobody here reads signatures, and they took a tenth of a rehearsal's time.
  signer: { sign: (request: unknown) => Promise.resolve(request) },
});
