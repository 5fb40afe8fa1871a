import * as z from 'zod';
import { putQuestion } from '../authority/question';
import { note } from '../evidence/ledger';
import { askNotice } from '../notify/notices';
import { tellOnce } from '../notify/tell-once';
import { move } from '../steps/step';
import { lambda, type Room } from './lambda';

const request = z.strictObject({ token: z.string(), move, because: z.string() });

/** Asks people whether to move, and tells them how to answer; the run waits for `answer` to hand the token back. */
const work = async ({ token, move, because }: z.output<typeof request>, room: Room) => {
  const { plan, here } = room;
  const replicas = room.replicas(move.from);
  const question = await putQuestion(replicas, move, { token, because }, plan.automation.approval);
  // whoever holds the token can end the wait: it stays out of what is shown
  await note(replicas, move.run, `question#${question.askedAt}`, { ...question, token: undefined });
  const topicArn = room.variable('TOPIC');
  return tellOnce(replicas, plan, { region: here, topicArn }, move.run, askNotice(plan, question));
};

export const { create, handler } = lambda('ask-people', request, work);
