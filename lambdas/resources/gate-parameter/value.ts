import * as z from 'zod';
import { BREAK_GLASS_AHEAD_SECONDS_MAX, BREAK_GLASS_SECONDS_MAX } from '../../plan/timing';
import type { BreakGlass, GateTime } from '../kind';

/** What the parameter holds, and what the gate's client reads; the client looks at `breakGlass` by the same rules. */
const gateValue = z.object({
  until: z.iso.datetime(),
  epoch: z.int().nonnegative(),
  breakGlass: z.unknown().optional(),
});

const breakGlass = z.object({
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  by: z.string().min(1),
  reason: z.string().min(1),
});

/** Writes a gate as its client reads it. */
export const showGate = ({ untilMs, epoch, breakGlass }: GateTime): string =>
  JSON.stringify({ until: new Date(untilMs).toISOString(), epoch, ...(breakGlass ? { breakGlass } : {}) });

/** Reads a gate; throws where it is malformed. */
export const readGate = (text: string | undefined): z.output<typeof gateValue> =>
  gateValue.parse(JSON.parse(text ?? 'null'));

/**
 * The break-glass in a gate that has not ended. One that is malformed, too long or yet to come is none: no client honours
 * it, and a person's slip must not keep the gate from being renewed.
 */
export const breakGlassIn = (text: string | undefined, nowMs: number): BreakGlass | undefined => {
  const { data } = breakGlass.safeParse(parseJson(text)?.['breakGlass']);
  if (!data || Date.parse(data.until) <= nowMs) return undefined;
  const lastsSeconds = (Date.parse(data.until) - Date.parse(data.from)) / 1000;
  const beginsInSeconds = (Date.parse(data.from) - nowMs) / 1000;
  const counts = lastsSeconds <= BREAK_GLASS_SECONDS_MAX && beginsInSeconds <= BREAK_GLASS_AHEAD_SECONDS_MAX;
  return counts ? data : undefined;
};

const parseJson = (text: string | undefined): Readonly<Record<string, unknown>> | undefined => {
  try {
    return z.record(z.string(), z.unknown()).safeParse(JSON.parse(text ?? 'null')).data;
  } catch {
    return undefined;
  }
};
