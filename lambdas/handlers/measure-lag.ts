import * as z from 'zod';
import { note } from '../evidence/ledger';
import { judgeLags } from '../observation/judge-lags';
import { measureLags } from '../observation/measure-lags';
import { parseLagSignal } from '../signals/lag-signal';
import { lambda, type Room } from './lambda';

const question = z.strictObject({ signal: z.unknown(), run: z.string() });

/** Measures again how far the replicas here are behind; an alarm decides nothing (S4). */
const work = async ({ signal: input, run }: z.output<typeof question>, room: Room) => {
  const { plan, here, outside } = room;
  const signal = parseLagSignal(input, plan, here);
  const between = { from: signal.from, to: here };
  const samples = await measureLags(plan, between, outside);
  const nowMs = outside.clock.now();
  const findings = judgeLags(plan, between, samples, nowMs);
  const at = new Date(nowMs).toISOString();
  await note(room.replicas(), run, `finding#${at}`, { ...between, signal: signal.because, findings });
  const wrong = findings.filter(({ says }) => says !== 'within');
  const because = (wrong.length > 0 ? wrong : findings).map((finding) => finding.because).join('; ');
  return { outcome: wrong.length > 0 ? 'completed' : 'held', because };
};

export const { create, handler } = lambda('measure-lag', question, work);
