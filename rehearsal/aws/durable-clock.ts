import type { VirtualClock, World } from '../world/world';

/**
 * The clock of what a Region's services keep on disk: the state of an execution, from one transition to the next, and events
 * that wait for a function. What comes due while the Region is dead comes late, when it lives again, and not never.
 * https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html
 */
export const durableClock = (
  { clock, network }: Pick<World, 'clock' | 'network'>,
  region: string,
): Pick<VirtualClock, 'now' | 'sleep' | 'after'> => {
  const after = (ms: number, what: () => void): (() => void) => {
    let cancel = clock.after(ms, () => {
      if (network.alive(region)) what();
      else cancel = network.onRevival(region, what);
    });
    return () => cancel();
  };
  return {
    now: clock.now,
    after,
    sleep: (ms) => new Promise((resolve) => void after(ms, resolve)),
  };
};
