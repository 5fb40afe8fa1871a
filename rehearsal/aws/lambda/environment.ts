import type { Aws } from '../../../lambdas/aws';
import type { Dns } from '../../../lambdas/dns';
import type { Http } from '../../../lambdas/http';
import type { Tls } from '../../../lambdas/tls';
import type { Json } from '../../asl/json';
import type { Place, World } from '../../world/world';
import type { Sender } from '../endpoint/sender';
import { regionalClock } from '../regional-clock';
import { asFunctionFault } from './function-fault';
import type { Invocation } from './invocation';
import type { HandlerModule } from './load-handler';
import { readOpt } from './opt';
import type { FunctionSettings } from './store';

/** The ways out of functions: AWS is simulated here, HTTP, TLS and DNS by the world around it. */
export interface WaysOut {
  readonly aws: (sender: Sender) => Aws;
  /** `note` is to be told the trace id of each request; `causes` says what led to it. */
  readonly http: (from: Place, note: (traceId: string) => void, causes: () => readonly string[]) => Http;
  readonly dns: (from: Place) => Dns;
  /** As `http`. */
  readonly tls: (from: Place, note: (traceId: string) => void, causes: () => readonly string[]) => Tls;
}

/** An execution environment: one cold start of a function, which handles one invocation at a time. */
export interface Environment {
  /** When it was started, in milliseconds since 1970. */
  readonly sinceMs: number;
  /** The handler's answer as JSON; throws `FunctionFault` with the name of what it threw. */
  handle(payload: Json, invocation: Invocation): Promise<Json>;
  /** Stops everything in it for good, as Lambda does after a time-out. */
  freeze(): void;
}

/** Starts an environment with exactly the template's variables and the Region's name. */
export const startEnvironment = (
  world: World,
  settings: FunctionSettings,
  ways: WaysOut,
  { create }: HandlerModule,
): Environment => {
  const { region, name, roleArn, variables, layerDirs } = settings;
  let frozen = false;
  let current: Invocation | undefined;
  const gone = () => frozen || !world.network.alive(region);
  const clock = regionalClock(world, region, () => frozen);
  const causes = () => current?.causes() ?? [];
  const note = (id: string) => current?.note(id);
  const sender: Sender = {
    name,
    region,
    roleArn,
    causes,
    run: () => current?.run,
    epoch: () => current?.epoch,
    gone,
    sleep: clock.sleep,
  };
  const handler = create(
    { ...variables, AWS_REGION: region },
    {
      aws: ways.aws(sender),
      http: stoppedWhen(gone, ways.http(region, note, causes)),
      dns: stoppedWhen(gone, ways.dns(region)),
      tls: stoppedWhen(gone, ways.tls(region, note, causes)),
      clock,
      log: (line) => world.trace.add({ type: 'log', region, what: name, causes: causes(), line: repeatable(line) }),
      file: (path) => readOpt(layerDirs, path),
    },
  );
  return {
    sinceMs: world.clock.now(),
    handle: async (payload, invocation) => {
      current = invocation;
      try {
        return asJson(await handler(asJson(payload)));
      } catch (fault) {
        throw asFunctionFault(fault, [invocation.id]);
      }
    },
    freeze: () => {
      frozen = true;
    },
  };
};

/** Whether a stack goes through Node's own turns differs from one time to the next, and the trace of a seed must not. */
const repeatable = (line: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  typeof line['stack'] === 'string' ? { ...line, stack: line['stack'].replace(NODES_OWN, '') } : line;

const NODES_OWN = /\n +at [^\n]*\(node:internal[^\n]*\)/g;

/** Nothing comes back to who is gone. */
const stoppedWhen =
  <A extends unknown[], R>(gone: () => boolean, call: (...args: A) => Promise<R>) =>
  async (...args: A): Promise<R> => {
    if (gone()) return never();
    const settled = await call(...args).then(
      (value) => () => value,
      (fault: unknown) => () => {
        throw fault;
      },
    );
    return gone() ? never() : settled();
  };

const never = () => new Promise<never>(() => undefined);

/** Payloads and answers travel as JSON text. */
const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json;
