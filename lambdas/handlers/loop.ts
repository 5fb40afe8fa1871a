import { LOOP_SECONDS } from '../plan/timing';
import type { Room } from './lambda';

/** What a beat of a loop says: go on, or a later run of the same function has taken over. */
export type Beat = 'go-on' | 'superseded';

/**
 * Does `beat` every so many seconds, for longer than the gap between two starts of the schedule, so that runs overlap and
 * a late or missed start leaves no hole (F38). A beat that fails is logged; the next one tries again.
 */
export const loop = async (
  { outside, here }: Room,
  everySeconds: number,
  beat: () => Promise<Beat>,
): Promise<{ readonly beats: number; readonly ended: 'superseded' | 'in time' }> => {
  const { clock, log } = outside;
  const startMs = clock.now();
  for (let beats = 1; ; beats += 1) {
    const said = await beat().catch((fault: unknown): Beat => {
      const error = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
      log({ level: 'error', region: here, beats, error });
      return 'go-on';
    });
    if (said === 'superseded') return { beats, ended: 'superseded' };
    const nextMs = nextBeat(startMs, everySeconds * 1000, clock.now());
    if (nextMs - startMs >= LOOP_SECONDS * 1000) return { beats, ended: 'in time' };
    await clock.sleep(nextMs - clock.now());
  }
};

/** Beats keep to the grid of the first one; those that a slow beat missed are left out. */
const nextBeat = (startMs: number, everyMs: number, nowMs: number): number =>
  startMs + (Math.floor((nowMs - startMs) / everyMs) + 1) * everyMs;
