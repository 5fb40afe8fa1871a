import type { Fault } from './fault';
import { between, kill, oneOf, regionsOf } from './places';
import type { Mend } from './spoil';

/** How long a Region is away each time, and how long it is there between. */
const AWAY_SECONDS = [1, 60] as const;
const THERE_SECONDS = [1, 90] as const;

/** Whatever a Region held in memory is gone each time: functions and runs end between any two of their steps. */
export const blink: Fault = {
  name: 'blink',
  id: 'F19',
  summary: 'a Region dies and comes back, again and again',
  passes: true,
  strike: ({ cloud: { world }, plan }, draw) => {
    const region = oneOf(regionsOf(plan), draw());
    let mend: Mend | undefined;
    let cancel: Mend = () => undefined;
    const go = () => {
      mend = kill(world, region);
      cancel = world.clock.after(between(AWAY_SECONDS, draw()) * 1000, come);
    };
    const come = () => {
      mend?.();
      mend = undefined;
      cancel = world.clock.after(between(THERE_SECONDS, draw()) * 1000, go);
    };
    go();
    return () => {
      cancel();
      mend?.();
    };
  },
};
