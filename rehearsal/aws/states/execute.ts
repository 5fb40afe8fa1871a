import { TaskFault } from '../../asl/faults';
import { interpret } from '../../asl/interpret';
import type { Surroundings } from '../../asl/surroundings';
import type { World } from '../../world/world';
import type { Execution } from '../services/compute';
import type { SimulatedLambda } from '../lambda/create-lambda';
import { durableClock } from '../durable-clock';
import { FunctionFault } from '../lambda/function-fault';
import type { Machine } from './machine';
import type { TaskTokens } from './task-tokens';

/** Both doors of Lambda: one waits for the answer, the other does not. */
export type Functions = Pick<SimulatedLambda, 'invoke' | 'post'>;

/** What executions share. */
export interface ExecuteParts {
  readonly world: World;
  readonly lambda: Functions;
  readonly tokens: TaskTokens;
}

/** Runs an execution to its end, and notes the end in it. It stands still while its Region is dead. */
export const execute = async (
  parts: ExecuteParts,
  machine: Machine,
  execution: Execution,
  stopped: AbortSignal,
): Promise<void> => {
  const { world } = parts;
  const { name, arn, input, startedAt } = execution;
  const { region } = machine;
  const started = world.trace.add({
    type: 'run',
    region,
    what: `${machine.name} ${name} starts`,
    run: name,
    causes: execution.causes,
  });
  const start = {
    id: arn,
    name,
    machineId: machine.arn,
    machineName: machine.name,
    input,
    startedAt,
    causes: [started],
  };
  const { result } = interpret(machine.definition, start, surroundings(parts, machine, execution), stopped);
  const { causes, ...ending } = await result.catch(simulationFault);
  Object.assign(execution, ending, { endedAt: world.clock.now() });
  const why = ending.error === undefined ? '' : `: ${ending.error}: ${ending.cause}`;
  world.trace.add({
    type: 'run',
    region,
    what: `${machine.name} ${name} ends ${ending.status}${why}`,
    run: name,
    causes: causes.length > 0 ? causes : [started],
  });
};

const surroundings = (
  { world, lambda, tokens }: ExecuteParts,
  machine: Machine,
  execution: Execution,
): Surroundings => ({
  clock: durableClock(world, machine.region),
  random: world.random(`states ${machine.region}`),
  task: async (functionArn, payload, { causes }) => {
    try {
      return await lambda.invoke({ functionArn, payload, as: machine, causes, run: execution.name });
    } catch (fault) {
      throw fault instanceof FunctionFault ? asTaskFault(fault) : fault;
    }
  },
  post: (functionArn, payload, { causes }) => {
    try {
      lambda.post({ functionArn, payload, as: machine, causes, run: execution.name });
    } catch (fault) {
      throw fault instanceof FunctionFault ? asTaskFault(fault) : fault;
    }
  },
  issueToken: (holder) => tokens.issue(machine, holder),
  event: ({ type, path, error, cause }, causes) =>
    world.trace.add({
      type: 'state',
      region: machine.region,
      what: `${path} ${type}`,
      run: execution.name,
      ...(error !== undefined && { error }),
      ...(cause !== undefined && { cause }),
      causes,
    }),
});

/** Step Functions hands on what Lambda said, the message inside a JSON text. */
const asTaskFault = ({ errorType, errorMessage, causes }: FunctionFault) =>
  new TaskFault(errorType, JSON.stringify({ errorType, errorMessage }), causes);

/** The interpreter itself failed: that is no outcome of the machine, and must not look like one. */
const simulationFault = (fault: unknown): { status: 'FAILED'; error: string; cause: string; causes: string[] } => ({
  status: 'FAILED',
  error: 'SimulationFault',
  cause: String(fault),
  causes: [],
});
