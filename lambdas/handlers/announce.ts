import * as z from 'zod';
import { note } from '../evidence/ledger';
import type { Notice } from '../notify/notice';
import { endNotice, startNotice } from '../notify/notices';
import { noteSaid, saidLately } from '../notify/said-lately';
import { NobodyTold, tell } from '../notify/tell';
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
  const { plan, here, outside } = room;
  const { run, from } = input.news === 'started' ? input.move : { run: input.run, from: undefined };
  const notice = noticeOf(input, room);
  const replicas = room.replicas(from);
  // Whoever cannot read the table must hear all the more; twice is better than never.
  const unlessFault = async <T>(doing: Promise<T>, otherwise: T): Promise<T> =>
    doing.catch((fault: unknown) => {
      outside.log({ level: 'warn', run, error: String(fault) });
      return otherwise;
    });
  if (!notice || (await unlessFault(saidLately(replicas, notice), false))) return { told: [] };
  const told = await tell(outside, plan, { region: here, topicArn: room.variable('TOPIC') }, notice);
  const at = new Date(outside.clock.now()).toISOString();
  const wasTold = told.some((one) => one.told);
  // Side by side: where no replica answers, each takes long, and whoever was told must not be told again for that.
  await Promise.all([
    unlessFault(note(replicas, run, `notice#${at}`, { title: notice.title, told }), undefined),
    wasTold ? unlessFault(noteSaid(replicas, notice), undefined) : undefined,
  ]);
  if (!wasTold) throw new NobodyTold(`nobody could be told: ${notice.title}`);
  return { told };
};

const noticeOf = (input: News, { plan, here }: Room): Notice | undefined =>
  input.news === 'started'
    ? startNotice(plan, input.move, input.because)
    : endNotice(plan, { run: input.run, region: here, ...input.closed });

export const { create, handler } = lambda('announce', news, work);
