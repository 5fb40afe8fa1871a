import * as z from 'zod';
import { note } from '../evidence/ledger';
import { endNotice, startNotice } from '../notify/notices';
import { tell } from '../notify/tell';
import { move } from '../steps/step';
import { lambda, type Room } from './lambda';

const news = z.discriminatedUnion('news', [
  z.strictObject({ news: z.literal('started'), move, because: z.string() }),
  z.strictObject({
    news: z.literal('ended'),
    run: z.string(),
    closed: z.object({ outcome: z.string(), because: z.string(), evidence: z.string().optional() }),
  }),
]);

/** Tells people that a move has begun, or how a run ended, and records who could be told. */
const work = async (input: z.output<typeof news>, room: Room) => {
  const { plan, here, outside } = room;
  const started = input.news === 'started';
  const run = started ? input.move.run : input.run;
  const notice = started
    ? startNotice(plan, input.move, input.because)
    : endNotice(plan, { run, region: here, ...input.closed });
  const told = await tell(outside, plan, { region: here, topicArn: room.variable('TOPIC') }, notice);
  const at = new Date(outside.clock.now()).toISOString();
  await note(room.replicas(started ? input.move.from : undefined), run, `notice#${at}`, { title: notice.title, told });
  return { told };
};

export const { create, handler } = lambda('announce', news, work);
