import type { Fault } from './fault';
import { between, oneOf, regionsOf } from './places';
import { spoil } from './spoil';

/** In either direction. */
const OFF_SECONDS = [-300, 300] as const;

/** Whoever trusts such a clock gives or takes a lease for too long. */
export const setClocks: Fault = {
  name: 'set-clocks',
  id: 'F22',
  summary: 'the clocks of a Region’s functions jump, by up to five minutes',
  passes: true,
  strike: ({ cloud: { world }, plan }, draw) => {
    const wrong = oneOf(regionsOf(plan), draw());
    const offMs = Math.round(between(OFF_SECONDS, draw()) * 1000);
    return spoil(
      world.faults,
      'clockOffMs',
      (before) => (region) => (before?.(region) ?? 0) + (region === wrong ? offMs : 0),
    );
  },
};
