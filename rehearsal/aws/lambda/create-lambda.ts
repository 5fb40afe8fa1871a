import type { World } from '../../world/world';
import { durableClock } from '../durable-clock';
import type { Lambda } from '../services/compute';
import type { Iam } from '../services/security';
import { NotAuthorized } from '../iam/not-authorized';
import { drawMs } from '../latencies';
import type { WaysOut } from './environment';
import { createEnvironments } from './environments';
import { parseFunctionArn } from './function-arn';
import { FunctionFault, isLambdasOwn } from './function-fault';
import { loadHandler, type LoadHandler } from './load-handler';
import { mayInvoke } from './may-invoke';
import { lambdaResourceTypes } from './resource-types';
import { invoke } from './operations/invoke';
import { listVersionsByFunction } from './operations/list-versions-by-function';
import { runFunction } from './run-function';
import type { FunctionSettings, LambdaStore } from './store';

type Invocation = Parameters<Lambda['invoke']>[0];

/** Lambda with both of its doors. */
export interface SimulatedLambda extends Lambda {
  /**
   * Accepts an asynchronous invocation, or throws `NotAuthorized` or `ResourceNotFoundException`. Lambda then tries it
   * up to three times. https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
   */
  enqueue(request: Invocation): void;
  /** The same for a state machine, which sees a refusal as a `FunctionFault`. */
  post(request: Invocation): void;
}

export const createLambda = (parts: {
  readonly world: World;
  readonly account: string;
  readonly iam: Iam;
  readonly ways: WaysOut;
  readonly load?: LoadHandler;
}): SimulatedLambda => {
  const { world, account, iam, ways, load = loadHandler } = parts;
  const store: LambdaStore = { account, functions: new Map(), layers: new Map(), permissions: [] };
  const environments = createEnvironments(world, ways, load);
  const run = (settings: FunctionSettings, request: Invocation) => runFunction(world, environments, settings, request);
  const keepTrying = (settings: FunctionSettings, request: Invocation): void =>
    void tryUntilDone(world, settings, () => run(settings, request));
  const accept = (request: Invocation): FunctionSettings => {
    const { functionArn, as } = request;
    if (!mayInvoke(iam, store, as, functionArn)) {
      throw new NotAuthorized('roleArn' in as ? as.roleArn : as.service, 'lambda:InvokeFunction', functionArn);
    }
    return findFunction(store, functionArn);
  };
  return {
    client: 'LambdaClient',
    operations: [
      listVersionsByFunction(store),
      invoke(store, (settings, functionArn, payload, { caller, id }) =>
        run(settings, { functionArn, payload, as: caller, causes: [id] }),
      ),
    ],
    resourceTypes: lambdaResourceTypes(store, iam),
    invoke: async (request) =>
      run(
        acceptedAs(() => accept(request)),
        request,
      ),
    enqueue: (request) => keepTrying(accept(request), request),
    post: (request) =>
      keepTrying(
        acceptedAs(() => accept(request)),
        request,
      ),
  };
};

/** What Lambda refuses to Step Functions has Lambda's own names. */
const acceptedAs = (accept: () => FunctionSettings): FunctionSettings => {
  try {
    return accept();
  } catch (fault) {
    const { name, message } = fault as Error;
    throw new FunctionFault(name === 'NotAuthorized' ? 'Lambda.AWSLambdaException' : `Lambda.${name}`, message);
  }
};

const findFunction = (store: LambdaStore, arn: string): FunctionSettings => {
  const { qualifier } = parseFunctionArn(arn) ?? {};
  const settings = store.functions.get(qualifier ? arn.slice(0, -qualifier.length - 1) : arn);
  if (settings && (!qualifier || settings.versions.includes(qualifier))) return settings;
  throw Object.assign(new Error(`Function not found: ${arn}`), { name: 'ResourceNotFoundException' });
};

const FUNCTION_RETRIES = ['lambda.first-async-retry', 'lambda.second-async-retry'] as const;

const tryUntilDone = async (world: World, { region }: FunctionSettings, attempt: () => Promise<unknown>) => {
  const { sleep, now } = durableClock(world, region);
  const givesUpAt = now() + EVENT_AGE_MAX_MS;
  let failures = 0;
  for (let throttles = 0; now() < givesUpAt;) {
    try {
      await attempt();
      return;
    } catch (fault) {
      if (!(fault instanceof FunctionFault)) throw fault;
      if (isLambdasOwn(fault)) {
        await sleep(Math.min(1_000 * 2 ** throttles++, 300_000));
        continue;
      }
      const retry = FUNCTION_RETRIES[failures++];
      if (!retry) return;
      await sleep(drawMs(world, retry));
    }
  }
};

/** Lambda keeps an event for six hours. */
const EVENT_AGE_MAX_MS = 6 * 3_600_000;
