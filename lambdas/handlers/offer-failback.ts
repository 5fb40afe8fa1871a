import { assertClock } from '../authority/clock-guard';
import { assessFailback } from '../assessment/assess-failback';
import { judgeFailback } from '../decision/judge-failback';
import { failbackNotice } from '../notify/notices';
import { noteSaid, wasSaid } from '../notify/said-lately';
import { NobodyTold, tell } from '../notify/tell';
import { lambda, type Room } from './lambda';
import { tick } from './tick';

/** Tells people, once for each move, that the application could move back here. Nothing ever moves back by itself (S5). */
const work = async (_: unknown, room: Room) => {
  const { plan, here, outside } = room;
  const replicas = room.replicas();
  const assessed = await assessFailback(plan, replicas, here);
  if (!assessed) return { offered: false, because: 'nobody has initialised the authority' };
  // A wrong clock would find health older than it is.
  assertClock(replicas);
  const { offer, because } = judgeFailback(assessed.facts);
  if (!offer) return { offered: false, because };
  const notice = failbackNotice(plan, { from: assessed.facts.active, to: here, epoch: assessed.epoch }, because);
  if (await wasSaid(replicas, notice)) return { offered: false, because: 'people were told before' };
  const told = await tell(outside, plan, { region: here, topicArn: room.variable('TOPIC') }, notice);
  if (!told.some((one) => one.told)) throw new NobodyTold(`nobody could be told: ${notice.title}`);
  await noteSaid(replicas, notice);
  return { offered: true, because };
};

export const { create, handler } = lambda('offer-failback', tick, work);
