import type { Surroundings } from '../../asl/surroundings';
import type { World } from '../../world/world';

/**
 * The clock of a Region's state machines. Step Functions keeps the state of a Standard execution from one transition to the
 * next, so what comes due while the Region is dead comes late, when it lives again, and not never.
 * https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html
 */
export const durableClock = (
  { clock, network }: Pick<World, 'clock' | 'network'>,
  region: string,
): Surroundings['clock'] => ({
  now: clock.now,
  after: (ms, what) => {
    let cancel = clock.after(ms, () => {
      if (network.alive(region)) what();
      else cancel = network.onRevival(region, what);
    });
    return () => cancel();
  },
});
