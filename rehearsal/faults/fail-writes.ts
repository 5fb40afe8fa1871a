import type { Fault } from './fault';
import { between, oneOf } from './places';
import { spoil } from './spoil';

/** This share of the application's writes. */
const SHARE = [0.2, 1] as const;

/** Health pages are fine and users are not. */
export const failWrites: Fault = {
  name: 'fail-writes',
  id: 'F9',
  summary: 'many of the application’s writes fail in one Region, behind a healthy page',
  passes: true,
  strike: ({ cloud: { world }, plan }, draw) => {
    const { name: ill } = oneOf(plan.regions, draw());
    const share = between(SHARE, draw());
    return spoil(
      world.faults,
      'writeFails',
      (before) => (region) => (region === ill && draw() < share) || (before?.(region) ?? false),
    );
  },
};
