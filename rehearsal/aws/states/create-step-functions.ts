import { isDeepStrictEqual } from 'node:util';
import type { World } from '../../world/world';
import type { Execution, StepFunctions } from '../services/compute';
import type { Iam } from '../services/security';
import { NotAuthorized } from '../iam/not-authorized';
import { uuid } from '../uuid';
import { execute, type Functions } from './execute';
import { stateMachineType, type Machine } from './machine';
import { sendTaskOperations } from './send-task';
import { alreadyExists, checkName, doesNotExist, startExecution, type Begin } from './start-execution';
import { createTaskTokens } from './task-tokens';

export const createStepFunctions = (parts: {
  readonly world: World;
  readonly iam: Iam;
  readonly lambda: Functions;
}): StepFunctions => {
  const { world, iam, lambda } = parts;
  const machines: Machine[] = [];
  const executions: Execution[] = [];
  const stops = new Map<Execution, AbortController>();
  const tokens = createTaskTokens(world);
  const begin: Begin = ({ machineArn, name = uuid(world.random('execution names')), input, causes }) => {
    const machine = machines.find(({ arn }) => arn === machineArn);
    if (!machine) throw doesNotExist(machineArn);
    if (!world.network.alive(machine.region)) throw new Error(`${machineArn}: nobody answers in ${machine.region}`);
    checkName(name);
    const arn = executionArn(machine, name);
    const known = executions.find((execution) => execution.arn === arn);
    if (known) return sameAgain(known, input);
    const execution: Execution = {
      arn,
      name,
      machine: machine.name,
      region: machine.region,
      startedAt: world.clock.now(),
      causes,
      input,
      status: 'RUNNING',
    };
    executions.push(execution);
    const stop = new AbortController();
    stops.set(execution, stop);
    void execute({ world, lambda, tokens }, machine, execution, stop.signal);
    return execution;
  };
  return {
    client: 'SFNClient',
    operations: [startExecution(begin), ...sendTaskOperations(tokens)],
    resourceTypes: [stateMachineType(machines, iam)],
    machines,
    executions,
    start: ({ machineArn, name, input, as, causes }) => {
      if (as !== 'console' && iam.judge(as.roleArn, 'states:StartExecution', machineArn) !== 'allowed') {
        throw new NotAuthorized(as.roleArn, 'states:StartExecution', machineArn);
      }
      return begin({ machineArn, name, input, causes });
    },
    stop: (execution) => {
      if (world.network.alive(execution.region)) stops.get(execution)?.abort();
    },
  };
};

/**
 * The same name and input answer the execution that runs; a name is otherwise taken for 90 days, which is longer than
 * any rehearsal. https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
 */
const sameAgain = (known: Execution, input: Execution['input']): Execution => {
  if (known.status === 'RUNNING' && isDeepStrictEqual(known.input, input)) return known;
  throw alreadyExists(known.arn);
};

const executionArn = ({ arn }: Machine, name: string) => `${arn.replace(':stateMachine:', ':execution:')}:${name}`;
