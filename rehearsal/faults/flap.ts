import type { Fault } from './fault';
import { between, isolate, oneOf } from './places';
import type { Mend } from './spoil';

/** Each spell has one period, and one part of it that the Region is away; it loses nothing of what it holds. */
const PERIOD_SECONDS = [4, 240] as const;
const AWAY_SHARE = [0.1, 0.9] as const;

/** A period near a check's own, a vote's age or the time that a loss must last may fool whoever looks at it. */
export const flap: Fault = {
  name: 'flap',
  id: 'F8',
  summary: 'a Region is cut off and comes back in a steady beat, which may be any',
  passes: true,
  strike: ({ cloud: { world }, plan }, draw) => {
    const { name: region } = oneOf(plan.regions, draw());
    const periodMs = between(PERIOD_SECONDS, draw()) * 1000;
    const awayMs = periodMs * between(AWAY_SHARE, draw());
    let mend: Mend | undefined;
    let cancel: Mend = () => undefined;
    const go = () => {
      mend = isolate(world, region);
      cancel = world.clock.after(awayMs, come);
    };
    const come = () => {
      mend?.();
      mend = undefined;
      cancel = world.clock.after(periodMs - awayMs, go);
    };
    go();
    return () => {
      cancel();
      mend?.();
    };
  },
};
