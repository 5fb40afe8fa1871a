import { SendTaskSuccessCommand, SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { answerQuestion, CannotAnswer, saidOf, type Question } from '../authority/question';
import { critical } from '../aws';
import { note } from '../evidence/ledger';
import type { Outside } from '../outside';
import { parseAnswer } from '../signals/answer';
import { lambda, type Room } from './lambda';

const request = z.strictObject({ role: z.string(), input: z.unknown(), run: z.string() });

/** Notes what a person answers, and wakes the run that asked as soon as nothing more is needed. */
const work = async ({ role, input, run }: z.output<typeof request>, room: Room) => {
  const { run: asked, says, reason } = parseAnswer(input);
  const by = `run ${run} in ${room.here}`;
  const replicas = room.replicas();
  const question = await answerQuestion(replicas, { run: asked, role, says, reason, by });
  const { log } = room.outside;
  // An answer that no evidence tells of still counts.
  await note(replicas, asked, `answer#${role}`, { role, says, because: reason, by }).catch((fault: unknown) =>
    log({ level: 'error', run: asked, error: String(fault) }),
  );
  const said = saidOf(question);
  if (said !== 'open') await wake(room.outside, question);
  return { role, says, decided: said !== 'open' };
};

/** An answer decides nothing: the run reads everything again, the answer too, and so the token carries nothing (S4). */
const wake = async ({ aws }: Outside, { token, region, run }: Question): Promise<void> => {
  try {
    await aws(SFNClient, critical(region)).send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }));
  } catch (fault) {
    const name = fault instanceof Error ? fault.name : '';
    // Somebody who answered at the same moment has woken it.
    if (name === 'TaskTimedOut') return;
    if (name !== 'TaskDoesNotExist' && name !== 'InvalidToken') throw fault;
    throw new CannotAnswer(`run ${run} in ${region} has ended meanwhile; it is asked again if the loss goes on`);
  }
};

export const { create, handler } = lambda('answer', request, work);
