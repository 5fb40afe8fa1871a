import type { VirtualClock, World } from '../world/world';

/**
 * The clock of what runs in a Region. A timer that comes due while the Region is dead, or after `gone` says true, never
 * fires: whoever waits for it has stopped for good.
 */
export const regionalClock = (
  { clock, network }: Pick<World, 'clock' | 'network'>,
  region: string,
  gone: () => boolean = () => false,
): Pick<VirtualClock, 'now' | 'sleep' | 'after'> => {
  const after = (ms: number, what: () => void) =>
    clock.after(ms, () => {
      if (network.alive(region) && !gone()) what();
    });
  return {
    now: () => clock.now(),
    after,
    sleep: (ms) => new Promise((resolve) => void after(ms, resolve)),
  };
};
