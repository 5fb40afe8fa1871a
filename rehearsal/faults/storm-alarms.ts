import type { Fault } from './fault';
import { between } from './places';
import { spoil } from './spoil';

/** As long as an alarm looks back, or a few times that. */
const PHASE_SECONDS = [60, 300] as const;

/** Every alarm turns INSUFFICIENT_DATA and back, in all Regions at once, and each turn is an event. */
export const stormAlarms: Fault = {
  name: 'storm-alarms',
  id: 'F13',
  summary: 'metrics stop and come back again and again, and with them the data of every alarm',
  passes: true,
  strike: ({ cloud: { world } }, draw) => {
    const phaseMs = between(PHASE_SECONDS, draw()) * 1000;
    const struckMs = world.clock.now();
    const isDry = () => Math.floor((world.clock.now() - struckMs) / phaseMs) % 2 === 0;
    return spoil(world.faults, 'metricMissed', (before) => (metric) => isDry() || (before?.(metric) ?? false));
  },
};
