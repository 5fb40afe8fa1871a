import type { Fault } from './fault';
import { spoil } from './spoil';

/** Every so many starts of a schedule. */
const EVERY = 3;

/** EventBridge Scheduler is late or misses starts; loops outlast the gap. */
export const missStarts: Fault = {
  name: 'miss-starts',
  id: 'F38',
  summary: `every third start of every loop is missed`,
  strike: ({ cloud: { world } }) => {
    const starts = new Map<string, number>();
    return spoil(world.faults, 'startMissed', (before) => (schedule) => {
      const key = `${schedule.region} ${schedule.name}`;
      const count = (starts.get(key) ?? 0) + 1;
      starts.set(key, count);
      // A schedule that starts once in a rehearsal is no loop.
      return count % EVERY === 0 || (before?.(schedule) ?? false);
    });
  },
};
