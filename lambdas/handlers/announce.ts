import * as z from 'zod';
import type { Notice } from '../notify/notice';
import { endNotice, startNotice } from '../notify/notices';
import { tellOnce } from '../notify/tell-once';
import { journeys } from '../plan/journeys';
import { move } from '../steps/step';
import { lambda, type Room } from './lambda';

const news = z.discriminatedUnion('news', [
  z.strictObject({ news: z.literal('started'), move, because: z.string() }),
  z.strictObject({
    news: z.literal('ended'),
    run: z.string(),
    closed: z.object({
      journey: z.enum(journeys),
      outcome: z.string(),
      because: z.string(),
      asks: z.boolean().optional(),
      evidence: z.string().optional(),
    }),
  }),
]);

type News = z.output<typeof news>;

/** Tells people that a move has begun, or how a run ended, and records who could be told; journeys do not wait for it. */
const work = async (input: News, room: Room) => {
  const { plan, here } = room;
  const { run, from } = input.news === 'started' ? input.move : { run: input.run, from: undefined };
  const notice = noticeOf(input, room);
  if (!notice) return { told: [] };
  return tellOnce(room.replicas(from), plan, { region: here, topicArn: room.variable('TOPIC') }, run, notice);
};

const noticeOf = (input: News, { plan, here }: Room): Notice | undefined =>
  input.news === 'started'
    ? startNotice(plan, input.move, input.because)
    : endNotice(plan, { run: input.run, region: here, ...input.closed });

export const { create, handler } = lambda('announce', news, work);
