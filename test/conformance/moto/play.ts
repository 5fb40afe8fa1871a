import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  type DescribeExecutionOutput,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import type { Json } from '../../../rehearsal/asl/json';
import type { Answer, Case, Ends } from '../asl/case';

/** How moto's executor ended a case. */
export interface Played extends Ends {
  readonly seconds: number;
}

const SECONDS_MAX = 60;

/**
 * Runs a case on moto's executor, in real time. One Region of moto can run but one machine, because it copies the machine
 * at the start, and cannot copy what runs already; so the machine is deleted at the end.
 */
export const playOnMoto = async (sfn: SFNClient, one: Case): Promise<Played> => {
  const { stateMachineArn } = await sfn.send(
    new CreateStateMachineCommand({
      name: 'case',
      definition: JSON.stringify(one.definition),
      roleArn: 'arn:aws:iam::111122223333:role/echo',
    }),
  );
  try {
    return await play(sfn, stateMachineArn, one);
  } finally {
    await sfn.send(new DeleteStateMachineCommand({ stateMachineArn }));
  }
};

const play = async (sfn: SFNClient, stateMachineArn: string | undefined, one: Case): Promise<Played> => {
  // moto may begin before it answers that it has begun.
  const since = Date.now();
  const { executionArn = '' } = await sfn.send(
    new StartExecutionCommand({ stateMachineArn, name: 'run-1', input: JSON.stringify(one.input ?? {}) }),
  );
  if (one.answer) await giveAnswer(sfn, executionArn, one.answer);
  return played(await ended(sfn, executionArn), (Date.now() - since) / 1000);
};

const ended = async (sfn: SFNClient, executionArn: string): Promise<DescribeExecutionOutput> => {
  for (const since = Date.now(); Date.now() - since < SECONDS_MAX * 1000; await sleep(100)) {
    const execution = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    if (execution.status !== 'RUNNING') return execution;
  }
  throw new Error(`still runs after ${SECONDS_MAX} s`);
};

const played = ({ status, output, error, cause }: DescribeExecutionOutput, seconds: number): Played => ({
  status: status as Ends['status'],
  seconds,
  ...(output !== undefined && { output: JSON.parse(output) as Json }),
  ...(error !== undefined && { error }),
  ...(cause !== undefined && { cause }),
});

const giveAnswer = async (sfn: SFNClient, executionArn: string, { afterSeconds, output = null, fails }: Answer) => {
  const taskToken = await tokenOf(sfn, executionArn);
  await sleep(afterSeconds * 1000);
  await (fails
    ? sfn.send(new SendTaskFailureCommand({ taskToken, ...fails }))
    : sfn.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) })));
};

/** The token stands in the parameters with which the task was scheduled. */
const tokenOf = async (sfn: SFNClient, executionArn: string): Promise<string> => {
  for (const since = Date.now(); Date.now() - since < SECONDS_MAX * 1000; await sleep(50)) {
    const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn }));
    const scheduled = events.find(({ type }) => type === 'TaskScheduled')?.taskScheduledEventDetails?.parameters;
    const submitted = events.some(({ type }) => type === 'TaskSubmitted');
    if (!scheduled || !submitted) continue;
    return (JSON.parse(scheduled) as { Payload: { token: string } }).Payload.token;
  }
  throw new Error(`hands out no token within ${SECONDS_MAX} s`);
};
