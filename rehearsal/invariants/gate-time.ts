import { z } from 'zod';
import type { GateTime } from './recording';

const gateValue = z.object({
  until: z.iso.datetime(),
  epoch: z.int(),
  breakGlass: z.object({ until: z.iso.datetime() }).optional(),
});

/** Until when writers may write by what stands in a gate: its own time, or a person's break-glass if that is later (I1). */
export const gateTimeIn = (text: string, { atMs, region }: Pick<GateTime, 'atMs' | 'region'>): GateTime => {
  const { until, epoch, breakGlass } = gateValue.parse(JSON.parse(text));
  const isClosed = Date.parse(until) <= atMs;
  return {
    atMs,
    region,
    untilMs: Math.max(Date.parse(until), Date.parse(breakGlass?.until ?? until)),
    epoch,
    isClosed,
    isBroken: breakGlass !== undefined && Date.parse(breakGlass.until) > atMs,
  };
};
