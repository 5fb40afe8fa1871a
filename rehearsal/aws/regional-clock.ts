import type { Clock } from '../../lambdas/clock';
import type { VirtualClock, World } from '../world/world';

/**
 * The clock of a Region's functions. A timer that comes due while the Region is dead, or after `gone` says true, never
 * fires: whoever waits for it has stopped for good, because nothing keeps what a function has in its memory.
 */
export const regionalClock = (
  { clock, network, faults }: Pick<World, 'clock' | 'network' | 'faults'>,
  region: string,
  gone: () => boolean = () => false,
): Pick<VirtualClock, 'now' | 'sleep' | 'after'> & Pick<Clock, 'steady'> => {
  const after = (ms: number, what: () => void) =>
    clock.after(ms, () => {
      if (network.alive(region) && !gone()) what();
    });
  return {
    now: () => clock.now() + (faults.clockOffMs?.(region) ?? 0),
    steady: () => clock.now(),
    after,
    sleep: (ms) => new Promise((resolve) => void after(ms, resolve)),
  };
};
