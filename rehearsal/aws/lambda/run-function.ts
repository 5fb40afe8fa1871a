import type { Json } from '../../asl/json';
import type { World } from '../../world/world';
import type { Lambda } from '../services/compute';
import { regionalClock } from '../regional-clock';
import type { Environment } from './environment';
import type { Environments } from './environments';
import { FunctionFault } from './function-fault';
import { createInvocation, type Invocation } from './invocation';
import type { FunctionSettings } from './store';

/** Runs one accepted invocation: never settles if the Region dies under it. */
export const runFunction = async (
  world: World,
  environments: Environments,
  settings: FunctionSettings,
  request: Parameters<Lambda['invoke']>[0],
): Promise<Json> => {
  const { functionArn, payload, run } = request;
  const { name, region } = settings;
  const type = run === undefined ? 'invoke' : 'step';
  const id = world.trace.add({ type, region, what: name, causes: request.causes, ...(run !== undefined && { run }) });
  const environment = await environments.take(settings, functionArn);
  let reusable = true;
  try {
    return await withinTimeout(world, settings, environment, payload, createInvocation(id, run, payload));
  } catch (fault) {
    reusable = !(fault instanceof FunctionFault && fault.errorType === TIMED_OUT);
    world.trace.add({ type, region, what: `${name} failed: ${(fault as Error).message}`, causes: [id] });
    throw fault;
  } finally {
    environments.giveBack(settings, functionArn, environment, reusable);
  }
};

/** The name under which Step Functions sees a function's time-out; the environment is lost with it. */
const TIMED_OUT = 'Sandbox.Timedout';

const withinTimeout = (
  world: World,
  { name, region, timeoutMs }: FunctionSettings,
  environment: Environment,
  payload: Json,
  invocation: Invocation,
): Promise<Json> =>
  new Promise((resolve, reject) => {
    const cancel = regionalClock(world, region).after(timeoutMs, () => {
      environment.freeze();
      const seconds = (timeoutMs / 1_000).toFixed(2);
      reject(new FunctionFault(TIMED_OUT, `Task timed out after ${seconds} seconds`, [invocation.id]));
    });
    const end = (settle: () => void) => {
      if (world.faults.answerLost?.({ name, region })) return;
      cancel();
      if (world.network.alive(region)) settle();
    };
    environment.handle(payload, invocation).then(
      (answer) => end(() => resolve(answer)),
      (fault: unknown) => end(() => reject(fault)),
    );
  });
